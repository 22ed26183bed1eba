package com.prosynchub.service.metric;

import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a trend draws for one window.
 *
 * <p>A point whose value is {@link Double#NaN} marks a gap: no line may cross it. Reduced lines keep the least and the
 * greatest value of every stretch of time at the moment it was measured, so that no spike is lost.
 *
 * @param from beginning of the window
 * @param to end of the window, not in it
 * @param lines one for each metric asked for, in that order; empty where nothing was measured
 * @param samples stored values in the window, of the metric that has most of them
 * @param points points in the fullest line, gap marks not counted
 * @param buckets where lines are reduced, the stretches of time by metric, with mean and count
 */
public record TrendData(
        UUID assetId,
        Instant from,
        Instant to,
        List<MetricSeries> lines,
        long samples,
        int points,
        Map<String, List<MetricBucket>> buckets) {
    public TrendData {
        lines = List.copyOf(lines);
        buckets = Map.copyOf(buckets);
    }

    /** Whether fewer points are here than were stored: then the screen says "n of m samples". */
    public boolean reduced() {
        return points < samples;
    }

    public Optional<MetricSeries> line(String metric) {
        return lines.stream().filter(l -> l.metric().equals(metric)).findFirst();
    }
}
