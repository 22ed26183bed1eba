package com.prosynchub.service.metric;

import com.prosynchub.data.IngestStore.Judged;
import com.prosynchub.model.metric.LimitEvaluation;
import com.prosynchub.model.metric.LimitState;
import com.prosynchub.model.metric.MetricDefinition;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges the samples of a batch against the limits of their metrics, oldest first; samples that are not newer than what is
 * known of a metric are passed over, so that a late one never moves a state backwards. Used once, by one thread.
 */
final class BatchJudge {
    private final KnownMetrics known;
    private final Map<UUID, Track> tracks = new LinkedHashMap<>();
    private final Set<UUID> assess = new HashSet<>();
    private long late;

    BatchJudge(KnownMetrics known) {
        this.known = known;
    }

    /** One metric on its way through the batch. */
    private static final class Track {
        private final MetricDefinition metric;
        private final Instant first;
        private LimitState state;
        private Instant at;
        private double value;

        private Track(MetricDefinition metric, Instant at) {
            this.metric = metric;
            this.first = at;
            this.at = at;
            this.state = metric.state();
        }

        private void take(Instant time, double number) {
            at = time;
            value = number;
            state = LimitEvaluation.next(
                    state, time, number, metric.rules().limits(), metric.rules().settings());
        }

        private Judged judged() {
            return new Judged(metric, value, at, first, state.equals(metric.state()) ? null : state);
        }
    }

    /** Takes the samples; {@code only} these metrics, or all where that is null. */
    BatchJudge of(Collection<MetricSample> samples, @Nullable Set<UUID> only) {
        for (MetricSample sample : inOrder(samples)) {
            boolean fresh = false;
            for (Map.Entry<String, Double> value : sample.metrics().entrySet()) {
                MetricDefinition metric = known.metric(sample.assetId(), value.getKey());
                if (metric != null && (only == null || only.contains(metric.id()))) {
                    fresh |= take(metric, sample.timestamp(), value.getValue());
                }
            }
            if (!fresh) {
                late++;
            }
        }
        tracks.values().forEach(this::mark);
        return this;
    }

    private boolean take(MetricDefinition metric, Instant at, double value) {
        Instant newest = metric.newest();
        if (newest != null && !at.isAfter(newest)) {
            return false;
        }
        tracks.computeIfAbsent(metric.id(), id -> new Track(metric, at)).take(at, value);
        return true;
    }

    private void mark(Track track) {
        Severity before = track.metric.state().severity();
        if (track.state.severity() != before || known.isNew(track.metric.assetId())) {
            assess.add(track.metric.assetId());
        }
    }

    private static Collection<MetricSample> inOrder(Collection<MetricSample> samples) {
        Instant last = Instant.MIN;
        for (MetricSample sample : samples) {
            if (sample.timestamp().isBefore(last)) {
                List<MetricSample> sorted = new ArrayList<>(samples);
                sorted.sort(Comparator.comparing(MetricSample::timestamp));
                return sorted;
            }
            last = sample.timestamp();
        }
        return samples;
    }

    /** The newest value of each metric that has a newer one. */
    List<Judged> judged() {
        return tracks.values().stream().map(Track::judged).toList();
    }

    /** Assets whose worst metric may be another one now. */
    Set<UUID> assess() {
        return assess;
    }

    /** Samples of which nothing is newer than what was known. */
    long late() {
        return late;
    }
}
