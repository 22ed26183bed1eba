/** The trend chart: traces with a min/max pyramid, drawn into a pixel buffer. */
@NullMarked
package com.prosynchub.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
