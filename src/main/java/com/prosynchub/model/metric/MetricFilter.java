package com.prosynchub.model.metric;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which metrics a list shows. Every part narrows it further.
 *
 * @param search part of the asset's name, serial number or model, or of the metric's name; blank for all
 * @param branch only this asset and everything below it; null for all
 * @param assetTypeId only assets of this type; null for all
 */
public record MetricFilter(
        String search, @Nullable UUID branch, @Nullable Integer assetTypeId, State state) {
    public static final MetricFilter ALL = new MetricFilter("", null, null, State.ANY);

    public MetricFilter withSearch(String text) {
        return new MetricFilter(text, branch, assetTypeId, state);
    }

    public MetricFilter withBranch(@Nullable UUID asset) {
        return new MetricFilter(search, asset, assetTypeId, state);
    }

    public MetricFilter withType(@Nullable Integer type) {
        return new MetricFilter(search, branch, type, state);
    }

    public MetricFilter withState(State wanted) {
        return new MetricFilter(search, branch, assetTypeId, wanted);
    }

    /** How the current value stands. */
    public enum State {
        ANY,
        /** Beyond any limit. */
        OUTSIDE,
        CRITICAL,
        HIGH,
        MEDIUM,
        NORMAL,
        /** Without a value yet. */
        UNMEASURED,
        /** Without a limit, so that nothing can be beyond one. */
        UNLIMITED
    }
}
