/** What a screen is, how it is loaded, and the four states that every screen has. */
@NullMarked
package com.prosynchub.ui.kit.view;

import org.jspecify.annotations.NullMarked;
