package com.prosynchub.service.metric;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricHistoryRepository.Span;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.RecordSight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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

    public TrendService(AccessGate gate, RecordSight sight, MetricHistoryRepository history) {
        this.gate = gate;
        this.sight = sight;
        this.history = history;
    }

    /**
     * The named metrics of an asset in {@code [from, to)}: every sample when they fit, else reduced by time.
     *
     * @param maxPoints about how many points one line may have; usually twice the width in pixels, at least 16
     */
    public TrendData load(UUID assetId, Collection<String> metrics, Instant from, Instant to, int maxPoints) {
        gate.require(METRIC, READ);
        if (!from.isBefore(to)) {
            throw new FailureException(Failure.Invalid.of("to", "order", "from"));
        }
        int most = Math.max(LEAST_POINTS, maxPoints);
        long samples = sight.shows(assetId) ? history.count(assetId, from, to) : 0;
        long start = from.toEpochMilli();
        long length = to.toEpochMilli() - start;
        long buckets = Math.max(1, most / 2);
        long width = samples <= most ? 0 : Math.max(1, (length + buckets - 1) / buckets);
        Map<String, TrendReducer> lines = new LinkedHashMap<>();
        metrics.forEach(m -> lines.computeIfAbsent(m, name -> new TrendReducer(name, start, width)));
        if (samples > 0) {
            history.forEach(assetId, from, to, sample -> feed(lines, sample));
        }
        int points =
                lines.values().stream().mapToInt(TrendReducer::points).max().orElse(0);
        return new TrendData(
                assetId,
                from,
                to,
                lines.values().stream().map(TrendReducer::series).toList(),
                samples,
                points);
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

    private static void feed(Map<String, TrendReducer> lines, MetricSample sample) {
        long time = sample.timestamp().toEpochMilli();
        lines.forEach((metric, line) -> {
            Double value = sample.metrics().get(metric);
            if (value != null) {
                line.add(time, value);
            }
        });
    }
}
