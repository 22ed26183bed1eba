/** The window around every screen: rail, top bar, palette, status line. Knows screens only by their contract. */
@NullMarked
package com.prosynchub.ui.shell;

import org.jspecify.annotations.NullMarked;
