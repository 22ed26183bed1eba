/** Measured quantities: current values, limits, samples and severity. */
@NullMarked
package com.prosynchub.model.metric;

import org.jspecify.annotations.NullMarked;
