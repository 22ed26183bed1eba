/** The door tried from outside, with what a workstation has: its login, SQL, and now and then an own account. */
@NullMarked
package com.prosynchub.data.postgres.door;

import org.jspecify.annotations.NullMarked;
