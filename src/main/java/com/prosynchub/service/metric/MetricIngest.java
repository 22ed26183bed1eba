package com.prosynchub.service.metric;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.model.metric.MetricSample;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The one way in for measured values: checks them, writes the history, then the current values. In this order a failure
 * in between loses nothing: the same batch again adds no sample twice and brings the current values up. Any worker; it
 * asks for no permission, its callers do.
 */
public final class MetricIngest {
    private final MetricHistoryRepository history;
    private final CurrentValues current;
    private final Clock clock;

    public MetricIngest(MetricHistoryRepository history, CurrentValues current, Clock clock) {
        this.history = history;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Takes a batch, all of it or nothing of it.
     *
     * @throws com.prosynchub.model.failure.FailureException {@code Invalid} with fields such as
     *     {@code 17.metrics.temperature} (number of the sample in the batch, from 0) before anything was written
     */
    public Ingested ingest(Collection<MetricSample> samples) {
        FieldChecks.demand(check(samples));
        if (samples.isEmpty()) {
            return new Ingested(0, 0, 0);
        }
        var stored = history.insert(samples);
        return new Ingested(stored.inserted(), stored.duplicates(), current.record(newest(samples)));
    }

    private List<Violation> check(Collection<MetricSample> samples) {
        Instant now = clock.instant();
        List<Violation> broken = new ArrayList<>();
        int number = 0;
        for (MetricSample s : samples) {
            for (Violation v : MetricRules.check(s, now)) {
                broken.add(new Violation(number + "." + v.field(), v.rule(), v.arguments()));
            }
            number++;
        }
        return broken;
    }

    /** Of each asset and metric the newest value only: the others could not become current. */
    private static List<MetricSample> newest(Collection<MetricSample> samples) {
        Map<UUID, Map<String, MetricSample>> last = new HashMap<>();
        for (MetricSample s : samples) {
            Map<String, MetricSample> ofAsset = last.computeIfAbsent(s.assetId(), k -> new HashMap<>());
            for (String metric : s.metrics().keySet()) {
                ofAsset.merge(metric, s, (a, b) -> b.timestamp().isAfter(a.timestamp()) ? b : a);
            }
        }
        List<MetricSample> out = new ArrayList<>();
        last.forEach((asset, ofAsset) -> {
            Map<Instant, Map<String, Double>> byTime = new HashMap<>();
            ofAsset.forEach((metric, s) -> byTime.computeIfAbsent(s.timestamp(), k -> new HashMap<>())
                    .put(metric, s.metrics().getOrDefault(metric, Double.NaN)));
            byTime.forEach((time, values) -> out.add(new MetricSample(asset, time, values)));
        });
        return out;
    }

    /**
     * What became of a batch.
     *
     * @param stored new samples
     * @param duplicates samples that were there before
     * @param current values that became current
     */
    public record Ingested(int stored, int duplicates, int current) {}
}
