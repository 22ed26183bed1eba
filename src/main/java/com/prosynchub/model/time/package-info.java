/** Stretches of time as people say them. */
@NullMarked
package com.prosynchub.model.time;

import org.jspecify.annotations.NullMarked;
