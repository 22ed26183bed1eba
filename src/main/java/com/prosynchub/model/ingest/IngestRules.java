package com.prosynchub.model.ingest;

import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.model.metric.MetricRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a value must be before anybody asks whether its metric exists. Stateless. */
public final class IngestRules {
    private IngestRules() {}

    /**
     * Why a sample of that time can not be taken; null when it can.
     *
     * @param now of the program's clock; a sample from further ahead than {@link MetricRules#CLOCK_TOLERANCE} is refused
     */
    public static @Nullable Reason time(Instant at, Instant now) {
        if (at.isBefore(MetricRules.EARLIEST)) {
            return Reason.ANCIENT;
        }
        return at.isAfter(now.plus(MetricRules.CLOCK_TOLERANCE)) ? Reason.FUTURE : null;
    }

    /** Why a number can not be a value; null when it can. */
    public static @Nullable Reason value(double value) {
        if (!Double.isFinite(value)) {
            return Reason.NOT_A_NUMBER;
        }
        return Math.abs(value) > MetricRules.MOST_VALUE ? Reason.OUT_OF_RANGE : null;
    }

    /** Why no metric can have that name; null when one can. */
    public static @Nullable Reason name(String metric) {
        return MetricRules.NAME.matcher(metric).matches() ? null : Reason.BAD_NAME;
    }
}
