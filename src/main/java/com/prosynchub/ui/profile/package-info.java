/** Everybody's own record, password, appearance, language, keys and notifications, and facts about this program. */
@NullMarked
package com.prosynchub.ui.profile;

import org.jspecify.annotations.NullMarked;
