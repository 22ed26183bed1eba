package com.prosynchub.service.metric;

import com.prosynchub.data.IngestStore;
import com.prosynchub.data.IngestStore.Batch;
import com.prosynchub.data.IngestStore.Judged;
import com.prosynchub.data.IngestStore.Recorded;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.asset.HealthScore;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.metric.MetricSample;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way in for measured values, whatever brings them: refuses what can not be true, writes the history, then the
 * current values with what their limits say. In this order a failure in between loses nothing: the same batch again adds no
 * sample twice and brings the current values up. Any worker; it asks for no permission, its callers do.
 */
public final class MetricIngest {
    /** So often a batch is judged again because somebody else was faster; after that the values are left to the next one. */
    private static final int TRIES = 4;

    private final MetricHistoryRepository history;
    private final IngestStore store;
    private final Clock clock;
    private final KnownMetrics known;

    public MetricIngest(MetricHistoryRepository history, IngestStore store, Clock clock) {
        this.history = history;
        this.store = store;
        this.clock = clock;
        this.known = new KnownMetrics(store, System::nanoTime);
    }

    /** Takes a batch of a source; what is refused of it is kept with the reason, the rest goes on. */
    public Ingested ingest(String source, Collection<IncomingSample> samples) {
        return ingest(source, samples, List.of(), 0);
    }

    /**
     * Takes a batch.
     *
     * @param unreadable what the source itself could not make sense of
     * @param lost samples that the source had to let go since the last batch
     */
    public synchronized Ingested ingest(
            String source, Collection<IncomingSample> samples, List<RefusedValue> unreadable, long lost) {
        if (samples.isEmpty() && unreadable.isEmpty() && lost == 0) {
            return new Ingested(IngestCounts.NONE, 0);
        }
        return taken(source, samples, unreadable, lost);
    }

    /** Takes samples that were refused before; what is refused again is answered, and neither kept nor counted. */
    public synchronized List<RefusedValue> retry(String source, Collection<IncomingSample> samples) {
        known.forget();
        known.prepare(wanted(samples));
        SampleCheck check = new SampleCheck(known, clock.instant()).of(samples);
        List<IncomingSample> good =
                check.good().stream().map(IncomingSample::of).toList();
        ingest(source, good);
        return List.copyOf(check.refused());
    }

    private Ingested taken(
            String source, Collection<IncomingSample> samples, List<RefusedValue> unreadable, long lost) {
        try {
            return through(source, samples, unreadable, lost);
        } catch (FailureException failed) {
            known.forget();
            throw failed;
        }
    }

    private Ingested through(
            String source, Collection<IncomingSample> samples, List<RefusedValue> unreadable, long lost) {
        known.prepare(wanted(samples));
        SampleCheck check = new SampleCheck(known, clock.instant()).of(samples);
        List<MetricSample> good = check.good();
        var stored = history.insert(good);
        BatchJudge judge = new BatchJudge(known).of(good, null);
        long duplicates = stored.duplicates() + (check.kept() - good.size());
        IngestCounts counts = new IngestCounts(
                stored.inserted(),
                Math.max(0, judge.late() - stored.duplicates()),
                duplicates,
                check.refused().size() + unreadable.size(),
                lost,
                newest(good));
        List<RefusedValue> refused = check.refused();
        if (!unreadable.isEmpty()) {
            refused = new ArrayList<>(refused);
            refused.addAll(unreadable);
        }
        int current = record(source, judge, good, counts, refused);
        return new Ingested(counts, current);
    }

    private int record(
            String source, BatchJudge first, List<MetricSample> good, IngestCounts counts, List<RefusedValue> refused) {
        BatchJudge judge = first;
        int current = 0;
        for (int tries = 0; tries < TRIES; tries++) {
            List<Judged> judged = judge.judged();
            boolean again = tries > 0;
            Recorded recorded = store.record(
                    new Batch(
                            source,
                            judged,
                            judge.assess(),
                            again ? IngestCounts.NONE : counts,
                            again ? List.of() : refused),
                    inputs -> HealthScore.of(inputs).score());
            current += recorded.accepted();
            known.took(judged, recorded.stale(), judge.assess());
            if (recorded.stale().isEmpty()) {
                break;
            }
            known.refresh(judged, recorded.stale());
            judge = new BatchJudge(known).of(good, recorded.stale());
        }
        return current;
    }

    private static Map<UUID, Set<String>> wanted(Collection<IncomingSample> samples) {
        Map<UUID, Set<String>> wanted = new HashMap<>();
        for (IncomingSample sample : samples) {
            wanted.computeIfAbsent(sample.assetId(), id -> new HashSet<>())
                    .addAll(sample.values().keySet());
        }
        return wanted;
    }

    private static @Nullable Instant newest(List<MetricSample> good) {
        Instant newest = null;
        for (MetricSample sample : good) {
            newest = newest == null || sample.timestamp().isAfter(newest) ? sample.timestamp() : newest;
        }
        return newest;
    }

    /**
     * What became of a batch.
     *
     * @param current values that became current
     */
    public record Ingested(IngestCounts counts, int current) {}
}
