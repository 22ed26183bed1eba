package com.prosynchub.model.rules;

import static com.prosynchub.model.metric.Severity.CRITICAL;
import static com.prosynchub.model.metric.Severity.HIGH;
import static com.prosynchub.model.metric.Severity.MEDIUM;
import static com.prosynchub.model.metric.Severity.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.metric.LimitEvaluation;
import com.prosynchub.model.metric.LimitState;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.model.metric.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitEvaluationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Band 0 to 100, so that the deadband is 1. */
    private static final MetricLimits LIMITS = limits("0", "100", "90", "120");

    private LimitState state = LimitState.NORMAL;
    private MetricSettings settings = MetricSettings.NONE;
    private MetricLimits limits = LIMITS;

    @Test
    void theWorstLimitDecidesAtOnce() {
        assertThat(at(0, 50)).isEqualTo(NORMAL);
        assertThat(at(1, 91)).isEqualTo(MEDIUM);
        assertThat(state.since()).isEqualTo(NOON.plusSeconds(1));
        assertThat(at(2, 121)).isEqualTo(CRITICAL);
        assertThat(state.since()).isEqualTo(NOON.plusSeconds(2));
        assertThat(at(3, 130)).isEqualTo(CRITICAL);
        assertThat(state.since()).as("still since then").isEqualTo(NOON.plusSeconds(2));
        state = LimitState.NORMAL;
        assertThat(at(9, -1)).isEqualTo(HIGH);
    }

    @Test
    void onTheLimitIsNotBeyondIt() {
        assertThat(at(0, 90)).isEqualTo(NORMAL);
        assertThat(at(1, 100)).isEqualTo(MEDIUM);
        assertThat(at(2, 120)).isEqualTo(HIGH);
    }

    @Test
    void inTheDeadbandNothingMoves() {
        at(0, 101);
        for (int second = 1; second < 60; second++) {
            assertThat(at(second, second % 2 == 0 ? 100.5 : 99.5)).isEqualTo(HIGH);
        }
        assertThat(state.since()).isEqualTo(NOON);
    }

    @Test
    void backIsBackAfterTheDeadbandAndTheOffDelay() {
        at(0, 101);
        assertThat(at(1, 50)).as("just back").isEqualTo(HIGH);
        assertThat(at(5, 50)).as("four seconds").isEqualTo(HIGH);
        assertThat(at(6, 50)).as("five seconds").isEqualTo(NORMAL);
        assertThat(state.since()).isEqualTo(NOON.plusSeconds(6));
    }

    @Test
    void aValueThatGoesOutAgainBeginsAnew() {
        at(0, 101);
        at(1, 50);
        at(4, 101);
        assertThat(at(6, 50)).isEqualTo(HIGH);
        assertThat(at(10, 50)).isEqualTo(HIGH);
        assertThat(at(11, 50)).isEqualTo(NORMAL);
    }

    @Test
    void eachLevelComesBackOnItsOwn() {
        at(0, 121);
        assertThat(at(10, 110)).isEqualTo(CRITICAL);
        assertThat(at(15, 110)).isEqualTo(HIGH);
        assertThat(at(16, 95)).isEqualTo(HIGH);
        assertThat(at(21, 95)).isEqualTo(MEDIUM);
        assertThat(at(26, 10)).isEqualTo(MEDIUM);
        assertThat(at(31, 10)).isEqualTo(NORMAL);
    }

    @Test
    void theOnDelayIsEachLevelsOwn() {
        settings = new MetricSettings(null, Duration.ofSeconds(10), null, null, null, null);
        assertThat(at(0, 91)).isEqualTo(NORMAL);
        assertThat(at(5, 121)).isEqualTo(NORMAL);
        assertThat(at(10, 121)).as("beyond the warning for ten seconds").isEqualTo(MEDIUM);
        assertThat(at(14, 121)).isEqualTo(MEDIUM);
        assertThat(at(15, 121)).as("beyond the critical limit for ten seconds").isEqualTo(CRITICAL);
    }

    @Test
    void aSpikeShorterThanTheOnDelayIsNone() {
        settings = new MetricSettings(null, Duration.ofSeconds(10), null, null, null, null);
        at(0, 121);
        at(9, 50);
        assertThat(at(10, 121)).isEqualTo(NORMAL);
        assertThat(at(19, 121)).isEqualTo(NORMAL);
        assertThat(at(20, 121)).isEqualTo(CRITICAL);
    }

    @Test
    void limitsFromBelowWorkTheOtherWayRound() {
        limits = limits(null, null, "20", "10");
        assertThat(at(0, 19)).isEqualTo(MEDIUM);
        assertThat(at(1, 9)).isEqualTo(CRITICAL);
        assertThat(at(2, 10.05)).as("inside the deadband of 0.1").isEqualTo(CRITICAL);
        at(3, 15);
        assertThat(at(8, 15)).isEqualTo(MEDIUM);
    }

    @Test
    void withoutLimitsThereIsNeverASeverity() {
        limits = MetricLimits.NONE;
        assertThat(at(0, 1e7)).isEqualTo(NORMAL);
        assertThat(state).isSameAs(LimitState.NORMAL);
        state = new LimitState(HIGH, NOON, null, null, null);
        assertThat(at(1, 1e7)).as("taken away").isEqualTo(NORMAL);
    }

    @Test
    void whatStaysTheSameIsTheSameObject() {
        at(0, 50);
        assertThat(state).isSameAs(LimitState.NORMAL);
        at(1, 101);
        LimitState high = state;
        at(2, 102);
        assertThat(state).isSameAs(high);
    }

    /** Against each level judged for itself by the plain words of the definition. */
    @Test
    void anyCourseOfValuesIsJudgedAsTheWordsSay() {
        Random random = new Random(7);
        for (int course = 0; course < 300; course++) {
            settings = new MetricSettings(
                    BigDecimal.valueOf(random.nextInt(4)),
                    Duration.ofSeconds(random.nextInt(4)),
                    Duration.ofSeconds(random.nextInt(6)),
                    null,
                    null,
                    null);
            limits = random.nextBoolean() ? LIMITS : limits("-10", "80", "30", "10");
            state = LimitState.NORMAL;
            List<Long> seconds = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            long second = 0;
            for (int i = 0; i < 40; i++) {
                second += 1 + random.nextInt(3);
                seconds.add(second);
                values.add((double) (random.nextInt(150) - 15));
                at(second, values.get(i));
                Severity expected = NORMAL;
                for (Severity level : List.of(MEDIUM, HIGH, CRITICAL)) {
                    if (holds(level, seconds, values)) {
                        expected = level;
                    }
                }
                assertThat(state.severity())
                        .as("course %s after %s", course, values)
                        .isEqualTo(expected);
            }
        }
    }

    private boolean holds(Severity level, List<Long> seconds, List<Double> values) {
        boolean held = false;
        Long began = null;
        BigDecimal by = settings.deadbandOf(limits);
        int side = limits.highSide() ? -1 : 1;
        MetricLimits inner = new MetricLimits(
                limits.min().add(by),
                limits.max().subtract(by),
                limits.warning().add(by.multiply(BigDecimal.valueOf(side))),
                limits.critical().add(by.multiply(BigDecimal.valueOf(side))));
        for (int i = 0; i < values.size(); i++) {
            boolean out = limits.severityOf(values.get(i)).compareTo(level) >= 0;
            boolean back = inner.severityOf(values.get(i)).compareTo(level) < 0;
            boolean turning = held ? back : out;
            began = turning ? began == null ? seconds.get(i) : began : null;
            Duration delay = held ? settings.offDelayOrDefault() : settings.onDelayOrDefault();
            if (turning && seconds.get(i) - began >= delay.toSeconds()) {
                held = !held;
                began = null;
            }
        }
        return held;
    }

    private Severity at(long second, double value) {
        state = LimitEvaluation.next(state, NOON.plusSeconds(second), value, limits, settings);
        return state.severity();
    }

    private static MetricLimits limits(
            @Nullable String min, @Nullable String max, @Nullable String warning, @Nullable String critical) {
        return new MetricLimits(number(min), number(max), number(warning), number(critical));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
