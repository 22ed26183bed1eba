package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.LimitVersion;

/** A version of how a metric is judged, with what it changed in words. Immutable. */
record VersionRow(LimitVersion version, String changes) {}
