package com.prosynchub.service.metric;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.metric.LimitCrossings;
import com.prosynchub.model.metric.LimitKind;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.WhatIf;
import com.prosynchub.model.metric.WhatIf.Proposal;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.metric.rollup.RollupReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tells how often limits would have been crossed. Stretches that lie on one side of every limit are taken as a whole from
 * the sums; only where one straddles a limit are its samples looked at. The answer is the same as from all samples. Workers
 * only; safe for all of them.
 */
public final class WhatIfService {
    /** How far back it looks. */
    public static final Duration SPAN = Duration.ofDays(30);

    /** Two more than fit, since the span begins and ends anywhere in one. */
    private static final int QUARTERS = (int) SPAN.dividedBy(Duration.ofMinutes(15)) + 2;

    private static final int DRAWN = 300;

    /** From this many milliseconds on, a stretch to be looked at closer is first read minute by minute. */
    private static final long LONG = Duration.ofHours(1).toMillis();

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final AccessGate gate;
    private final RecordSight sight;
    private final MetricHistoryRepository history;
    private final RollupReader rollups;
    private final InstantSource clock;

    public WhatIfService(AccessGate gate, RecordSight sight, DocumentStore documents, InstantSource clock) {
        this.gate = gate;
        this.sight = sight;
        history = documents.metricHistory();
        rollups = RollupReader.of(documents);
        this.clock = clock;
    }

    /** The last {@link #SPAN} of one metric against each of these; nothing of an asset outside the person's places. */
    public WhatIf ask(UUID assetId, String metric, List<Proposal> proposals) {
        gate.require(METRIC, READ);
        Instant to = clock.instant();
        Instant from = to.minus(SPAN);
        List<MetricBucket> quarters =
                sight.shows(assetId) ? rollups.buckets(assetId, metric, from, to, QUARTERS) : List.of();
        List<List<CrossingCount>> counts = proposals.stream()
                .map(p -> List.of(LimitKind.values()).stream()
                        .filter(kind -> kind.of(p.limits()) != null)
                        .map(kind -> new CrossingCount(kind, p))
                        .toList())
                .toList();
        new Walk(assetId, metric, from, counts.stream().flatMap(List::stream).toList()).over(quarters, true);
        List<List<LimitCrossings>> answers = counts.stream()
                .map(of -> of.stream().map(CrossingCount::result).toList())
                .toList();
        long samples = quarters.stream().mapToLong(MetricBucket::count).sum();
        return new WhatIf(from, to, samples, answers, thinned(quarters));
    }

    /** Neighbours put together until few enough are left to be drawn. */
    private static List<MetricBucket> thinned(List<MetricBucket> buckets) {
        int each = Math.ceilDiv(buckets.size(), DRAWN);
        if (each <= 1) {
            return buckets;
        }
        List<MetricBucket> thinned = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i += each) {
            thinned.add(buckets.subList(i, Math.min(buckets.size(), i + each)).stream()
                    .reduce(WhatIfService::joined)
                    .orElseThrow());
        }
        return thinned;
    }

    private static MetricBucket joined(MetricBucket a, MetricBucket b) {
        return new MetricBucket(
                a.start(),
                b.end(),
                a.count() + b.count(),
                Math.min(a.min(), b.min()),
                a.min() <= b.min() ? a.minAt() : b.minAt(),
                Math.max(a.max(), b.max()),
                a.max() >= b.max() ? a.maxAt() : b.maxAt(),
                a.sum() + b.sum(),
                a.first(),
                b.last());
    }

    /** One look through the values, oldest first. */
    private final class Walk {
        private final UUID asset;
        private final String metric;
        private final long begin;
        private final List<CrossingCount> counts;

        Walk(UUID asset, String metric, Instant begin, List<CrossingCount> counts) {
            this.asset = asset;
            this.metric = metric;
            this.begin = begin.toEpochMilli();
            this.counts = counts;
        }

        /** @param coarse whether finer stretches than these are worth asking for */
        void over(List<MetricBucket> buckets, boolean coarse) {
            int at = 0;
            while (at < buckets.size()) {
                MetricBucket bucket = buckets.get(at);
                if (counts.stream().allMatch(c -> c.suffices(bucket))) {
                    counts.forEach(c -> c.take(bucket));
                    at++;
                } else {
                    int end = at + 1;
                    while (end < buckets.size() && straddles(buckets.get(end))) {
                        end++;
                    }
                    closer(bucket.start(), buckets.get(end - 1).end(), coarse);
                    at = end;
                }
            }
        }

        private boolean straddles(MetricBucket bucket) {
            return counts.stream().anyMatch(c -> c.straddles(bucket));
        }

        private void closer(long from, long to, boolean coarse) {
            // The first and the last stretch lie over the edges of the span.
            Instant start = Instant.ofEpochMilli(Math.max(from, begin));
            Instant end = Instant.ofEpochMilli(Math.min(to, begin + SPAN.toMillis()));
            if (coarse && to - from >= LONG) {
                over(rollups.buckets(asset, metric, start, end, (int) Math.ceilDiv(to - from, MINUTE) + 2), false);
            } else {
                history.forEachPoint(asset, List.of(metric), start, end, (time, values) -> {
                    if (!Double.isNaN(values[0])) {
                        counts.forEach(c -> c.take(time, values[0]));
                    }
                });
            }
        }
    }
}
