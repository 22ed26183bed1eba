/** The overview a person starts from. */
@NullMarked
package com.prosynchub.ui.home;

import org.jspecify.annotations.NullMarked;
