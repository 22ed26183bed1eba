/** What one person prefers on one workstation. */
@NullMarked
package com.prosynchub.ui.kit.prefs;

import org.jspecify.annotations.NullMarked;
