package com.prosynchub.service.metric;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.LimitHistoryRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.LimitStep;
import com.prosynchub.model.metric.LimitVersion;
import com.prosynchub.service.access.AccessGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells how metrics were to be judged at a time. Workers only; safe for all of them. */
public final class LimitHistoryService {
    /** {@link #versions} answers no more than these. */
    public static final int VERSIONS_CAP = 500;

    private final AccessGate gate;
    private final LimitHistoryRepository history;

    public LimitHistoryService(AccessGate gate, LimitHistoryRepository history) {
        this.gate = gate;
        this.history = history;
    }

    /** Versions of a metric, newest first; at most {@link #VERSIONS_CAP}. */
    public List<LimitVersion> versions(UUID metricId) {
        gate.require(METRIC, READ);
        return history.versions(metricId, VERSIONS_CAP);
    }

    /**
     * The limits of an asset's metric as they held in {@code [from, to)}, oldest first, without a hole between them; empty
     * for a metric that is not there. What was measured before the metric was defined is judged by its first limits,
     * since nobody stated others.
     */
    public List<LimitStep> steps(UUID assetId, String metric, Instant from, Instant to) {
        gate.require(METRIC, READ);
        if (!from.isBefore(to)) {
            throw new FailureException(Failure.Invalid.of("to", "order", "from"));
        }
        List<LimitStep> steps = new ArrayList<>();
        for (LimitVersion version : history.during(assetId, metric, from, to)) {
            Instant next = version.to();
            Instant end = next == null || next.isAfter(to) ? to : next;
            LimitStep last = steps.isEmpty() ? null : steps.getLast();
            if (last != null && last.limits().same(version.limits())) {
                // Only the unit or the judging changed, not what is drawn.
                steps.set(steps.size() - 1, new LimitStep(last.from(), end, last.limits()));
            } else {
                steps.add(new LimitStep(last == null ? from : last.to(), end, version.limits()));
            }
        }
        return steps;
    }
}
