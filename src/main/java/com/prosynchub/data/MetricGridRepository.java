package com.prosynchub.data;

import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricEdits;
import com.prosynchub.model.metric.MetricFilter;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Metrics of all assets in one list, and changing how many of them are judged at once. */
public interface MetricGridRepository {
    /** By name of the asset, then of the metric. */
    Page<MetricLine> page(MetricFilter filter, PageRequest page);

    /** How many metrics fit; counting stops at {@code most}. */
    int count(MetricFilter filter, int most);

    /** Those of these metrics that are there, in no order. */
    List<MetricLine> lines(Collection<UUID> metricIds);

    /** Changes all of them, or none when one of them is not as it was read. */
    MetricEdits apply(List<MetricEdit> edits);
}
