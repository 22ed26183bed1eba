package com.prosynchub.data;

import com.prosynchub.model.asset.HealthInputs;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.metric.LimitState;
import com.prosynchub.model.metric.MetricDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The relational store as the way in of measured values sees it; for the site service's login and for the session of
 * whoever may import. All methods throw {@code Unavailable} when the store does not answer.
 */
public interface IngestStore {
    /** The metrics of these assets by name; assets that the store does not know, or does not show, are left out. */
    Map<UUID, Known> definitions(Collection<UUID> assets);

    /**
     * An asset with its metrics.
     *
     * @param assessed whether health and status of the asset were computed before
     */
    record Known(Map<String, MetricDefinition> metrics, boolean assessed) {
        public Known {
            metrics = Map.copyOf(metrics);
        }
    }

    /**
     * Takes over newer values with the states that follow from them, status and health of assets whose states changed, the
     * counts of the source and what was refused; all of it or nothing. Sending again is harmless but for the counts.
     *
     * @param health the score that follows from inputs as they are once the states are written
     */
    Recorded record(Batch batch, ToIntFunction<HealthInputs> health);

    /**
     * What a batch came down to.
     *
     * @param source short name of where it came from
     * @param values at most one of each metric
     * @param assess assets whose status and health are to be computed
     */
    record Batch(
            String source, List<Judged> values, Set<UUID> assess, IngestCounts counts, List<RefusedValue> refused) {
        public Batch {
            values = List.copyOf(values);
            assess = Set.copyOf(assess);
            refused = List.copyOf(refused);
        }
    }

    /**
     * The newest value of a metric in a batch.
     *
     * @param metric as it was judged
     * @param first time of the oldest sample that was judged; one that is not newer than the store's value makes it stale
     * @param state null where it is as it was
     */
    record Judged(
            MetricDefinition metric,
            double value,
            Instant at,
            Instant first,
            @Nullable LimitState state) {}

    /**
     * What became of the values.
     *
     * @param accepted values that are the current ones now
     * @param stale metrics that were judged by what no longer holds; nothing of them was taken
     */
    record Recorded(int accepted, Set<UUID> stale) {
        public Recorded {
            stale = Set.copyOf(stale);
        }
    }
}
