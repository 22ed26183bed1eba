/** Accounts as administrators see and manage them. */
@NullMarked
package com.prosynchub.ui.users;

import org.jspecify.annotations.NullMarked;
