/** Tests of the use cases of metric. */
@NullMarked
package com.prosynchub.service.metric;

import org.jspecify.annotations.NullMarked;
