/** Roles and what they may do. */
@NullMarked
package com.prosynchub.ui.roles;

import org.jspecify.annotations.NullMarked;
