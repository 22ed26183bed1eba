package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.LimitCrossings;
import com.prosynchub.model.metric.LimitKind;
import org.jspecify.annotations.Nullable;

/**
 * How often one limit would have been crossed as it is typed, and as it is saved. Immutable.
 *
 * @param typed null where the typed limits have none of this kind
 * @param saved null where the saved limits have none of this kind
 */
record CrossingRow(
        LimitKind kind,
        @Nullable LimitCrossings typed,
        @Nullable LimitCrossings saved) {}
