package com.prosynchub.ui.trends;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lines of a page with the names and limits they have now. What is gone, or outside the person's places, is left out and
 * counted. Immutable.
 *
 * @param charts one list for each chart of the page
 * @param missing metrics that are not shown
 */
record PageLines(List<List<Line>> charts, int missing) {
    PageLines {
        charts = List.copyOf(charts);
    }

    /** Asks for them. Worker. */
    static PageLines read(TrendPage page, AssetService assets, MetricService metrics) {
        List<UUID> wanted =
                page.traces().stream().map(TrendPage.Trace::asset).distinct().toList();
        Map<UUID, AssetNode> nodes =
                assets.nodes(wanted).stream().collect(Collectors.toMap(AssetNode::id, Function.identity()));
        Map<TrendPage.Trace, AssetMetric> known = metrics.ofAssets(nodes.keySet()).stream()
                .collect(Collectors.toMap(
                        metric -> new TrendPage.Trace(metric.assetId(), metric.name()), Function.identity()));
        List<List<Line>> charts = new ArrayList<>();
        for (TrendPage.Chart chart : page.charts()) {
            charts.add(chart.traces().stream()
                    .filter(known::containsKey)
                    .map(trace -> new Line(
                            trace.asset(),
                            Objects.requireNonNull(nodes.get(trace.asset())).name(),
                            Objects.requireNonNull(known.get(trace))))
                    .toList());
        }
        long missing = page.traces().stream()
                .filter(trace -> !known.containsKey(trace))
                .count();
        return new PageLines(charts, (int) missing);
    }
}
