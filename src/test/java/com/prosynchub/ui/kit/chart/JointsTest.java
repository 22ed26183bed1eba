package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JointsTest {
    private static final long EXPECTED = 3 * 2_000;
    private static final long MINUTE = 60_000;

    private static TraceSeries series(long... times) {
        TraceSeries series = new TraceSeries();
        for (long time : times) {
            series.append(time, 1);
        }
        return series;
    }

    @Test
    void aSlowPastBesideAFastPresentIsALine() {
        TraceSeries series =
                series(0, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, 34 * MINUTE, 34 * MINUTE + 2_000, 34 * MINUTE + 4_000);
        for (int i = 1; i < series.size(); i++) {
            assertThat(Joints.joined(series, i - 1, i, EXPECTED))
                    .as("sample %d", i)
                    .isTrue();
        }
    }

    @Test
    void aHoleInTheFastPresentIsAHole() {
        TraceSeries series = series(0, 2_000, 4_000, 6_000, 10 * MINUTE, 10 * MINUTE + 2_000, 10 * MINUTE + 4_000);
        assertThat(Joints.joined(series, 3, 4, EXPECTED)).isFalse();
    }

    @Test
    void aSingleSampleInAHoleJoinsNothing() {
        TraceSeries series =
                series(0, 2_000, 4_000, 6_000, 5 * MINUTE, 10 * MINUTE, 10 * MINUTE + 2_000, 10 * MINUTE + 4_000);
        assertThat(Joints.joined(series, 3, 4, EXPECTED)).isFalse();
        assertThat(Joints.joined(series, 4, 5, EXPECTED)).isFalse();
    }

    @Test
    void aValueThatIsNoNumberJoinsNothing() {
        TraceSeries series = new TraceSeries();
        series.append(0, 1);
        series.append(1_000, Double.NaN);
        assertThat(Joints.joined(series, 0, 1, EXPECTED)).isFalse();
    }
}
