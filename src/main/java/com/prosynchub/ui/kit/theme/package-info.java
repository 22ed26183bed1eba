/** Light and dark, the purpose-named tokens, style class names and the scale. */
@NullMarked
package com.prosynchub.ui.kit.theme;

import org.jspecify.annotations.NullMarked;
