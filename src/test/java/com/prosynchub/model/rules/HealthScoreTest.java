package com.prosynchub.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.HealthInputs;
import com.prosynchub.model.asset.HealthScore;
import com.prosynchub.model.asset.HealthScore.Penalty;
import com.prosynchub.model.metric.Severity;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthScoreTest {
    private static final HealthInputs FINE = new HealthInputs(0, 0, 0, 0, 4, 0, 0, 0);

    @Test
    void aSoundAssetIsAHundred() {
        assertThat(HealthScore.of(FINE)).isEqualTo(new HealthScore(100, Map.of()));
        assertThat(FINE.worst()).isEqualTo(Severity.NORMAL);
    }

    @Test
    void penaltiesAreNamedAndAddUp() {
        HealthScore score = HealthScore.of(new HealthInputs(0, 1, 1, 1, 4, 15, 2, 7));
        assertThat(score.penalties())
                .containsOnly(
                        Map.entry(Penalty.LIMITS, 20),
                        Map.entry(Penalty.MAINTENANCE, 7),
                        Map.entry(Penalty.FAILURES, 8),
                        Map.entry(Penalty.AGE, 4),
                        Map.entry(Penalty.SILENCE, 2));
        assertThat(score.score()).isEqualTo(100 - 20 - 7 - 8 - 4 - 2);
    }

    @Test
    void eachPenaltyHasItsCapAndTheScoreItsFloor() {
        HealthScore score = HealthScore.of(new HealthInputs(9, 9, 9, 99, 99, 9999, 99, 999));
        assertThat(score.penalties()).hasSize(Penalty.values().length);
        score.penalties()
                .forEach((penalty, points) ->
                        assertThat(points).as(penalty.name()).isEqualTo(penalty.cap()));
        assertThat(score.score()).isZero();
        assertThat(Arrays.stream(Penalty.values()).mapToInt(Penalty::cap).sum())
                .as("together they reach the floor")
                .isGreaterThanOrEqualTo(100);
    }

    @Test
    void theWorstMetricIsTheWorstLevelThatAnyHas() {
        assertThat(new HealthInputs(1, 1, 1, 0, 4, 0, 0, 0).worst()).isEqualTo(Severity.CRITICAL);
        assertThat(new HealthInputs(0, 1, 1, 0, 4, 0, 0, 0).worst()).isEqualTo(Severity.HIGH);
        assertThat(new HealthInputs(0, 0, 1, 0, 4, 0, 0, 0).worst()).isEqualTo(Severity.MEDIUM);
    }
}
