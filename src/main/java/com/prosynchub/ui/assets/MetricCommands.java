package com.prosynchub.ui.assets;

import com.prosynchub.model.metric.AssetMetric;

/** What the table of metrics asks the screen to do. FX thread. */
interface MetricCommands {
    /** Opens the dialog for a new metric of the shown asset. */
    void define();

    void edit(AssetMetric metric);

    void delete(AssetMetric metric);
}
