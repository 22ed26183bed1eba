package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Words for what a metric is judged by; what nobody stated is said as the default that holds. Any thread. */
record MetricWords(Messages messages, Formats formats) {
    /** A value of a metric without a stated interval counts as old after this. */
    private static final Duration STALE = Duration.ofMinutes(2);

    private static final int MILLIS = 3;

    String of(MetricField field, Judging judging) {
        MetricSettings s = judging.settings();
        return switch (field) {
            case MIN -> formats.number(judging.limits().min());
            case MAX -> formats.number(judging.limits().max());
            case WARNING -> formats.number(judging.limits().warning());
            case CRITICAL -> formats.number(judging.limits().critical());
            case DEADBAND -> formats.number(s.deadbandOf(judging.limits()));
            case ON_DELAY -> seconds(s.onDelayOrDefault());
            case OFF_DELAY -> seconds(s.offDelayOrDefault());
            case EXPECTED_INTERVAL -> s.expectedInterval() == null ? Formats.NONE : seconds(s.expectedInterval());
            case PRIORITY -> priority(field.typed(judging));
            case GUIDANCE -> field.typed(judging);
        };
    }

    /** What is stored, of a value that is not saved yet. */
    String before(MetricField field, MetricLine line) {
        return messages.text("cell.before", of(field, Judging.of(line)));
    }

    String priority(String typed) {
        return messages.text(typed.isEmpty() ? "priority.none" : "priority." + typed);
    }

    private String seconds(Duration duration) {
        return formats.upTo(BigDecimal.valueOf(duration.toMillis(), MILLIS).doubleValue(), MILLIS);
    }

    static String name(MetricLine line) {
        return line.metric().name().replace('_', ' ');
    }

    static Duration staleAfter(MetricLine line) {
        return line.settings().staleAfter().orElse(STALE);
    }

    /** How the value stands just now; one that is too old stands nowhere. */
    static Grade grade(MetricLine line, Instant now) {
        @Nullable Instant at = line.metric().updatedAt();
        return line.metric().value() == null
                        || at == null
                        || at.plus(staleAfter(line)).isBefore(now)
                ? Grade.STALE
                : Grade.of(line.metric().severity());
    }
}
