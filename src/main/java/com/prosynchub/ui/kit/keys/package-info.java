/** Which keys do what, by default and as the person chose. */
@NullMarked
package com.prosynchub.ui.kit.keys;

import org.jspecify.annotations.NullMarked;
