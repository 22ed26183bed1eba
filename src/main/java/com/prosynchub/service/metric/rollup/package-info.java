/** History summed up over stretches of time, so that a long window costs what is drawn of it and not what was measured. */
@NullMarked
package com.prosynchub.service.metric.rollup;

import org.jspecify.annotations.NullMarked;
