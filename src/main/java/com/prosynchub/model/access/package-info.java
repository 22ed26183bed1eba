/** Who may do what: permissions, the signed-in person, users and roles. */
@NullMarked
package com.prosynchub.model.access;

import org.jspecify.annotations.NullMarked;
