/** The grid of all metrics: how they are judged, how they were, and how they would be. */
@NullMarked
package com.prosynchub.ui.metrics;

import org.jspecify.annotations.NullMarked;
