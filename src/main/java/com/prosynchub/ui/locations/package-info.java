/** The tree of places and their editor. */
@NullMarked
package com.prosynchub.ui.locations;

import org.jspecify.annotations.NullMarked;
