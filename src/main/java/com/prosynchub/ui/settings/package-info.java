/** Calendar, shifts, agreed words and numbering of the site. */
@NullMarked
package com.prosynchub.ui.settings;

import org.jspecify.annotations.NullMarked;
