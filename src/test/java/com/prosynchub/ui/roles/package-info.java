/** The roles screen. */
@NullMarked
package com.prosynchub.ui.roles;

import org.jspecify.annotations.NullMarked;
