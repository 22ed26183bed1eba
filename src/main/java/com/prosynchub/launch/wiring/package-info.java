/** The composition root in stages: threads, stores, what stands before a sign-in, and what lives from it to the sign-out. */
@NullMarked
package com.prosynchub.launch.wiring;

import org.jspecify.annotations.NullMarked;
