/** The activity feed as every screen shows it: of one record, of one person, or the whole stream. */
@NullMarked
package com.prosynchub.ui.kit.feed;

import org.jspecify.annotations.NullMarked;
