package com.prosynchub.service.metric;

import static com.prosynchub.model.access.Action.CONFIGURE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.MetricGridRepository;
import com.prosynchub.data.UnitOfWork;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricEdits;
import com.prosynchub.model.metric.MetricFilter;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Lists the metrics of all assets and changes how they are judged, many at once. Workers only; safe for all of them. */
public final class MetricGridService {
    /** {@link #count} counts no further. */
    public static final int COUNT_CAP = 10_000;

    /** {@link #apply} changes no more at once. */
    public static final int MOST_EDITS = 2_000;

    private final AccessGate gate;
    private final MetricGridRepository grid;
    private final UnitOfWork transactions;

    public MetricGridService(AccessGate gate, MetricGridRepository grid, UnitOfWork transactions) {
        this.gate = gate;
        this.grid = grid;
        this.transactions = transactions;
    }

    /** By name of the asset, then of the metric. */
    public Page<MetricLine> page(MetricFilter filter, PageRequest page) {
        gate.require(METRIC, READ);
        return grid.page(filter, page);
    }

    /** How many metrics fit; {@link #COUNT_CAP} stands for that many and more. */
    public int count(MetricFilter filter) {
        gate.require(METRIC, READ);
        return grid.count(filter, COUNT_CAP);
    }

    /** Those of these metrics that are there, in no order. */
    public List<MetricLine> lines(Collection<UUID> metricIds) {
        gate.require(METRIC, READ);
        return grid.lines(metricIds);
    }

    /**
     * Changes limits and settings of all these metrics in one transaction, or of none when one of them is not any more as
     * it was read.
     *
     * @param reason kept with every change; blank for none
     */
    public MetricEdits apply(List<MetricEdit> edits, String reason) {
        gate.require(METRIC, CONFIGURE);
        if (edits.size() > MOST_EDITS) {
            throw new FailureException(Failure.Invalid.of("metrics", "range", 1, MOST_EDITS));
        }
        edits.forEach(e -> FieldChecks.demand(MetricRules.check(e.limits(), e.settings())));
        return transactions.because(reason, () -> grid.apply(edits));
    }
}
