package com.prosynchub.service.metric;

import com.prosynchub.data.IngestLogRepository;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.IngestSource;
import com.prosynchub.model.ingest.LetterFilter;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What comes in from where, and what was refused of it. Workers only; safe for all of them. */
public final class IngestService {
    /** The source under which replayed values are counted. */
    public static final String REPLAY = "replay";

    /** So many refused values are kept, the newest ones. */
    public static final int KEPT = IngestLogRepository.KEPT;

    /** The most letters that are replayed or discarded at once. */
    public static final int MOST = 1000;

    private final AccessGate gate;
    private final IngestLogRepository log;
    private final MetricIngest ingest;

    public IngestService(AccessGate gate, IngestLogRepository log, MetricIngest ingest) {
        this.gate = gate;
        this.log = log;
        this.ingest = ingest;
    }

    /** Every source by name. */
    public List<IngestSource> sources() {
        gate.require(Resource.INTEGRATION, Action.READ);
        return log.sources();
    }

    /** Refused values, newest first; of all that were ever refused the newest {@link #KEPT}. */
    public Page<DeadLetter> letters(LetterFilter filter, PageRequest page) {
        gate.require(Resource.INTEGRATION, Action.READ);
        return log.letters(filter, page);
    }

    /**
     * What came of trying refused values again.
     *
     * @param taken values that went in
     * @param refused values that were refused once more, with the reason of today
     */
    public record Replayed(int taken, int refused) {}

    /** Tries refused values again; those that go in are letters no longer. At most {@link #MOST}. */
    public Replayed replay(Collection<Long> ids) {
        gate.require(Resource.INTEGRATION, Action.CONFIGURE);
        Map<Key, List<Long>> letters = new HashMap<>();
        List<IncomingSample> samples = new ArrayList<>();
        for (DeadLetter letter : log.letters(ids.stream().limit(MOST).toList())) {
            RefusedValue value = letter.refused();
            if (letter.mendable() && value.assetId() != null && value.at() != null) {
                letters.computeIfAbsent(Key.of(value), key -> new ArrayList<>()).add(letter.id());
                samples.add(new IncomingSample(
                        value.assetId(),
                        value.at(),
                        Map.of(value.metric(), value.value()),
                        value.unit() == null ? Map.of() : Map.of(value.metric(), value.unit())));
            }
        }
        Map<Long, RefusedValue> again = new HashMap<>();
        for (RefusedValue value : ingest.retry(REPLAY, samples)) {
            letters.getOrDefault(Key.of(value), List.of()).forEach(id -> again.put(id, value));
        }
        List<Long> done = letters.values().stream()
                .flatMap(List::stream)
                .filter(id -> !again.containsKey(id))
                .toList();
        log.settle(done, again);
        return new Replayed(done.size(), again.size());
    }

    /** Takes letters out for good; answers how many that were. At most {@link #MOST}. */
    public int discard(Collection<Long> ids) {
        gate.require(Resource.INTEGRATION, Action.CONFIGURE);
        return log.settle(ids.stream().limit(MOST).toList(), Map.of());
    }

    private record Key(UUID asset, String metric, Instant at, double value) {
        static Key of(RefusedValue value) {
            return new Key(
                    value.assetId() == null ? new UUID(0, 0) : value.assetId(),
                    value.metric(),
                    value.at() == null ? Instant.EPOCH : value.at(),
                    value.value());
        }
    }
}
