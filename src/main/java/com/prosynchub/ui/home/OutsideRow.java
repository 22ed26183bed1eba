package com.prosynchub.ui.home;

import com.prosynchub.model.metric.AssetMetric;

/** A value outside a limit, with the name of its asset. */
public record OutsideRow(AssetMetric metric, String asset) {}
