/** Pages of charts that people keep, and what they note on them. */
@NullMarked
package com.prosynchub.service.trend;

import org.jspecify.annotations.NullMarked;
