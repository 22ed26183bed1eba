package com.prosynchub.service.metric;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricHistoryRepository.Span;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.metric.rollup.RollupReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Loads what trends draw; of an asset outside the person's places that is nothing. Workers only; safe for all of them. */
public final class TrendService {
    /** {@link #newestSince} answers no more than these: about three hours at one sample every two seconds. */
    public static final int NEWEST_CAP = 5_000;

    private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LEAST_POINTS = 16;

    private final AccessGate gate;
    private final RecordSight sight;
    private final MetricHistoryRepository history;
    private final RollupReader rollups;

    public TrendService(AccessGate gate, RecordSight sight, DocumentStore documents) {
        this(gate, sight, documents.metricHistory(), RollupReader.of(documents));
    }

    TrendService(AccessGate gate, RecordSight sight, MetricHistoryRepository history, RollupReader rollups) {
        this.gate = gate;
        this.sight = sight;
        this.history = history;
        this.rollups = rollups;
    }

    /**
     * The named metrics of an asset in {@code [from, to)}: every sample when they fit, else of each stretch
     * of time the least and the greatest value. What it costs goes by the points asked for, not by the samples stored.
     *
     * @param maxPoints about how many points one line may have; usually twice the width in pixels, at least 16
     */
    public TrendData load(UUID assetId, Collection<String> metrics, Instant from, Instant to, int maxPoints) {
        gate.require(METRIC, READ);
        if (!from.isBefore(to)) {
            throw new FailureException(Failure.Invalid.of("to", "order", "from"));
        }
        int most = Math.max(LEAST_POINTS, maxPoints);
        List<String> names = List.copyOf(new LinkedHashSet<>(metrics));
        Map<String, List<MetricBucket>> buckets =
                sight.shows(assetId) ? rollups.buckets(assetId, names, from, to, most / 2) : Map.of();
        long samples = buckets.values().stream()
                .mapToLong(ofMetric ->
                        ofMetric.stream().mapToLong(MetricBucket::count).sum())
                .max()
                .orElse(0);
        List<TrendLine> lines = samples > most ? List.of() : every(assetId, names, from, to, samples);
        // Too many to be drawn one by one, or removed since they were summed up.
        boolean summed = points(lines) < samples;
        if (summed) {
            lines = names.stream()
                    .map(name -> TrendLine.of(name, buckets.getOrDefault(name, List.of())))
                    .toList();
        }
        int points = points(lines);
        return new TrendData(
                assetId,
                from,
                to,
                lines.stream().map(TrendLine::series).toList(),
                Math.max(samples, points),
                points,
                summed ? buckets : Map.of());
    }

    /**
     * The named metrics of an asset in {@code [from, to)} by stretches of time: least, greatest, mean and count of each.
     *
     * @param maxBuckets how many stretches one metric may have at most; at least 2
     */
    public TrendBuckets buckets(UUID assetId, Collection<String> metrics, Instant from, Instant to, int maxBuckets) {
        gate.require(METRIC, READ);
        if (!from.isBefore(to)) {
            throw new FailureException(Failure.Invalid.of("to", "order", "from"));
        }
        return new TrendBuckets(
                assetId,
                from,
                to,
                sight.shows(assetId) ? rollups.buckets(assetId, metrics, from, to, maxBuckets) : Map.of());
    }

    private static int points(List<TrendLine> lines) {
        return lines.stream().mapToInt(TrendLine::points).max().orElse(0);
    }

    private List<TrendLine> every(UUID assetId, List<String> names, Instant from, Instant to, long samples) {
        List<TrendLine> lines = names.stream().map(TrendLine::new).toList();
        if (samples > 0) {
            history.forEachPoint(assetId, names, from, to, (time, values) -> {
                for (int i = 0; i < values.length; i++) {
                    if (!Double.isNaN(values[i])) {
                        lines.get(i).add(time, values[i]);
                    }
                }
            });
        }
        return lines;
    }

    /** Samples after {@code after}, oldest first; when there are more than {@link #NEWEST_CAP}, the newest of them. */
    public List<MetricSample> newestSince(UUID assetId, Instant after) {
        gate.require(METRIC, READ);
        if (!sight.shows(assetId)) {
            return List.of();
        }
        Instant next = after.plusMillis(1);
        if (history.count(assetId, next, FAR_FUTURE) > NEWEST_CAP) {
            return history.newest(assetId, NEWEST_CAP);
        }
        List<MetricSample> fresh = new ArrayList<>();
        history.forEach(assetId, next, FAR_FUTURE, fresh::add);
        return fresh;
    }

    /** When the asset was first and last measured; empty when never. */
    public Optional<TrendSpan> span(UUID assetId) {
        gate.require(METRIC, READ);
        return sight.shows(assetId) ? history.span(assetId).map(TrendService::spanOf) : Optional.empty();
    }

    private static TrendSpan spanOf(Span s) {
        return new TrendSpan(s.first(), s.last());
    }
}
