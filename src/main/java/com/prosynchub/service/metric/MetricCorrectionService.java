package com.prosynchub.service.metric;

import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.AccessGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts measured values right that are known to be wrong, and has the ledger keep what stood there and why. Workers only;
 * safe for all of them.
 */
public final class MetricCorrectionService {
    private static final int LONGEST = 500;

    private final AccessGate gate;
    private final RelationalSession session;
    private final MetricHistoryRepository history;

    public MetricCorrectionService(AccessGate gate, RelationalSession session, MetricHistoryRepository history) {
        this.gate = gate;
        this.session = session;
        this.history = history;
    }

    /**
     * Puts values of one sample right; {@code Invalid} of {@code timestamp} when nothing was measured just then, of a
     * metric that was not, and of {@code reason} without one. The current value of a metric stays what it is until the next sample.
     *
     * @param values the asset, the instant to the millisecond, and the right values; metrics not named stay
     * @return the sample as it stands now
     */
    public MetricSample correct(MetricSample values, String reason) {
        gate.require(METRIC, UPDATE);
        FieldChecks.demand(new FieldChecks()
                .required("reason", reason.strip())
                .longest("reason", reason.strip(), LONGEST)
                .when(values.metrics().isEmpty(), "metrics", "required")
                .when(session.assets().find(values.assetId()).isEmpty(), "assetId", "unknown")
                .violations());
        List<MetricSample> stored = new ArrayList<>();
        Instant at = values.timestamp();
        history.forEach(values.assetId(), at, at.plusMillis(1), stored::add);
        FieldChecks.demand(
                new FieldChecks().when(stored.isEmpty(), "timestamp", "unknown").violations());
        check(values, stored.getFirst());
        MetricSample before = stored.getFirst();
        Map<String, Double> all = new HashMap<>(before.metrics());
        all.putAll(values.metrics());
        MetricSample after = new MetricSample(before.assetId(), before.timestamp(), all);
        // The value goes in before the commit that tells of it: a store that is away leaves neither.
        session.unitOfWork().because(reason.strip(), () -> {
            session.metrics().corrected(before, after);
            return history.correct(values);
        });
        return after;
    }

    private static void check(MetricSample values, MetricSample stored) {
        FieldChecks checks = new FieldChecks();
        values.metrics().forEach((metric, value) -> {
            String field = "metrics." + metric;
            checks.when(!stored.metrics().containsKey(metric), field, "unknown")
                    .when(!Double.isFinite(value), field, "notFinite")
                    .when(
                            Math.abs(value) > MetricRules.MOST_VALUE,
                            field,
                            "range",
                            "-" + MetricRules.MOST,
                            MetricRules.MOST);
        });
        FieldChecks.demand(checks.violations());
    }
}
