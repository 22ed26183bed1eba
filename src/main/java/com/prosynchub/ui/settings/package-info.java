/** Theme, scale and facts about this installation. */
@NullMarked
package com.prosynchub.ui.settings;

import org.jspecify.annotations.NullMarked;
