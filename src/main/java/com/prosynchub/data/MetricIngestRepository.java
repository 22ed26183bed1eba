package com.prosynchub.data;

import com.prosynchub.model.metric.MetricSample;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The one thing the site service's login may do to the relational store: take over measured values as current ones. */
public interface MetricIngestRepository extends AutoCloseable {

    /**
     * Takes over newer values; older ones and those of unknown metrics change nothing, so sending again is harmless.
     *
     * @throws com.prosynchub.model.failure.FailureException {@code Unavailable} when the store does not answer
     */
    Recorded record(Collection<MetricSample> samples);

    @Override
    void close();

    /**
     * What became of the values.
     *
     * @param accepted values that are the current ones now
     * @param older values that came too late
     * @param unknown metric names without a definition, by asset
     */
    record Recorded(int accepted, int older, Map<UUID, Set<String>> unknown) {
        public Recorded {
            unknown = Map.copyOf(unknown);
        }
    }
}
