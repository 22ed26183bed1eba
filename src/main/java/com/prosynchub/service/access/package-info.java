/** Who may do what: the gate in front of every use case, signing in and out, and the watch over the session. */
@NullMarked
package com.prosynchub.service.access;

import org.jspecify.annotations.NullMarked;
