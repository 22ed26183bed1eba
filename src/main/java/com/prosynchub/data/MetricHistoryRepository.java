package com.prosynchub.data;

import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSeries;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Samples over time. Times are kept to the millisecond. Before samples change, what they belong to is marked in
 * {@link MetricRollupRepository}, so that sums over it are not trusted.
 */
public interface MetricHistoryRepository {

    /**
     * Stores samples; identity is (asset, timestamp), so storing the same again changes nothing.
     *
     * @return what was new and what was there before
     * @throws com.prosynchub.model.failure.FailureException {@code Invalid} naming the field, before anything is sent
     */
    Stored insert(Collection<MetricSample> samples);

    /**
     * Puts values of one stored sample right; its others stay.
     *
     * @return the sample as it was before; empty, and nothing is changed, when there is none of that instant
     */
    Optional<MetricSample> correct(MetricSample values);

    /**
     * One series for each named metric, also where it has no value, in {@code [from, to)}, oldest first; made of at most
     * {@code limit} samples, the oldest ones.
     */
    List<MetricSeries> series(UUID assetId, Set<String> metrics, Instant from, Instant to, int limit);

    /** The newest {@code limit} samples, oldest first. */
    List<MetricSample> newest(UUID assetId, int limit);

    /** Times of the first and the last sample of an asset. */
    Optional<Span> span(UUID assetId);

    /** Samples in {@code [from, to)}. */
    long count(UUID assetId, Instant from, Instant to);

    /** Streams samples in {@code [from, to)}, oldest first. */
    void forEach(UUID assetId, Instant from, Instant to, Consumer<MetricSample> reader);

    /**
     * Streams the named metrics of samples in {@code [from, to)}, oldest first; samples that have none of them are left
     * out.
     */
    void forEachPoint(UUID assetId, List<String> metrics, Instant from, Instant to, PointReader reader);

    /** Every asset that has a sample. */
    List<UUID> assets();

    /** Takes what was measured at one instant. */
    @FunctionalInterface
    interface PointReader {
        /**
         * @param time milliseconds since the epoch
         * @param values in the order of the names asked for, not a number where there is none; not to be kept
         */
        void read(long time, double[] values);
    }

    record Stored(int inserted, int duplicates) {}

    record Span(Instant first, Instant last) {}
}
