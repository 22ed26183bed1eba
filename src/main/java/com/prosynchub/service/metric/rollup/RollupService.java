package com.prosynchub.service.metric.rollup;

import static com.prosynchub.model.access.Action.CONFIGURE;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.model.metric.RollupMark;
import com.prosynchub.service.access.AccessGate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Sums up history anew on demand. Workers only; safe for all of them. */
public final class RollupService {
    private static final int ALL = Integer.MAX_VALUE;

    private final AccessGate gate;
    private final DocumentStore documents;
    private final Clock clock;

    public RollupService(AccessGate gate, DocumentStore documents, Clock clock) {
        this.gate = gate;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Sums up the whole history of assets from their samples, and does no harm while others write or read: until a stretch
     * is done, it is read from samples. An earlier run that was interrupted is finished first, and nothing else then.
     *
     * @param assets those to sum up; all when empty
     * @return how many stretches were summed up
     */
    public int rebuild(Collection<UUID> assets, RebuildProgress progress) {
        gate.require(METRIC, CONFIGURE);
        RollupWork work = RollupWork.on(documents);
        List<RollupMark> marks = left(work);
        if (marks.isEmpty()) {
            marks = work.mark(assets.isEmpty() ? documents.metricHistory().assets() : assets, clock.instant());
        }
        int all = marks.size();
        AtomicInteger reached = new AtomicInteger();
        work.off(marks, done -> {
            reached.set(done);
            return progress.at(done, all);
        });
        return reached.get();
    }

    private static List<RollupMark> left(RollupWork work) {
        List<RollupMark> left = work.rollups().oldestMarks(ALL).stream()
                .filter(mark -> mark.reason() == RollupMark.Reason.HISTORY)
                .toList();
        return left.stream()
                .filter(mark -> mark.assetId().equals(RollupMark.EVERY_ASSET))
                .findFirst()
                .map(work::expand)
                .orElse(left);
    }
}
