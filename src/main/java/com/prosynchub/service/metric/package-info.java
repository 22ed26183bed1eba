/** Use cases of measured values: what they are now, their limits, their history and how they come in. */
@NullMarked
package com.prosynchub.service.metric;

import org.jspecify.annotations.NullMarked;
