/** Notifications and comments addressed to people. */
@NullMarked
package com.prosynchub.model.notice;

import org.jspecify.annotations.NullMarked;
