package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TraceSeriesTest {
    /** Appends, late samples, merges and replacements in any order: extents always equal those counted by hand. */
    @Property(tries = 150)
    void extentsEqualBruteForceWhateverWasDone(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int steps) {
        java.util.Random random = new java.util.Random(seed);
        TraceSeries series = new TraceSeries();
        TreeMap<Long, Double> model = new TreeMap<>();
        long time = 0;
        for (int i = 0; i < steps; i++) {
            int kind = random.nextInt(100);
            if (kind < 95) {
                time += random.nextInt(3);
                append(series, model, time, value(random));
            } else if (kind < 98) {
                append(series, model, Math.max(0, time - random.nextInt(200)), value(random));
            } else {
                merge(series, model, random, time);
            }
        }
        assertThat(series.size()).isEqualTo(model.size());
        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(series.size() + 1);
            int to = from + random.nextInt(series.size() - from + 1);
            compare(series, model, from, to);
        }
    }

    @Test
    void aSpikeOfOneSampleNeverVanishes() {
        TraceSeries series = new TraceSeries();
        for (int i = 0; i < 2_600_000; i++) {
            series.append(i * 1000L, i == 1_234_567 ? 500 : 20);
        }
        Extent extent = new Extent();
        series.extent(0, series.size(), extent);
        assertThat(extent.max()).isEqualTo(500);
        series.extent(1_234_567, 1_234_568, extent.reset());
        assertThat(extent.max()).isEqualTo(500);
        series.extent(0, 1_234_567, extent.reset());
        assertThat(extent.max()).isEqualTo(20);
    }

    @Test
    void equalTimesKeepTheNewerValueAndInfinityIsAGap() {
        TraceSeries series = new TraceSeries();
        series.append(1000, 1);
        series.append(1000, 2);
        series.append(2000, Double.POSITIVE_INFINITY);
        series.append(1500, 7);
        series.merge(new long[] {1500, 1500, 500}, new double[] {8, 9, 3});
        assertThat(series.size()).isEqualTo(4);
        assertThat(new double[] {series.value(0), series.value(1), series.value(2), series.value(3)})
                .containsExactly(3, 2, 9, Double.NaN);
    }

    @Test
    void replacingAWindowTakesOutWhatWasThere() {
        TraceSeries series = new TraceSeries();
        for (int i = 0; i < 100; i++) {
            series.append(i * 10L, i);
        }
        series.replace(new TimeWindow(200, 500), new long[] {300, 400}, new double[] {-1, -2});
        assertThat(series.size()).isEqualTo(72);
        Extent extent = new Extent();
        series.extent(series.indexAtOrAfter(200), series.indexAtOrAfter(500), extent);
        assertThat(extent.min()).isEqualTo(-2);
        assertThat(extent.count()).isEqualTo(2);
    }

    @Test
    void beyondItsCapacityTheOldestGoes() {
        TraceSeries series = new TraceSeries(80);
        for (int i = 0; i < 1000; i++) {
            series.append(i, i);
        }
        assertThat(series.size()).isBetween(70, 80);
        assertThat(series.newestTime()).isEqualTo(999);
        Extent extent = new Extent();
        series.extent(0, series.size(), extent);
        assertThat(extent.min()).isEqualTo(series.oldestTime());
    }

    private static void append(TraceSeries series, Map<Long, Double> model, long time, double value) {
        series.append(time, value);
        model.put(time, value);
    }

    private static void merge(TraceSeries series, Map<Long, Double> model, java.util.Random random, long time) {
        int count = random.nextInt(60);
        long[] times = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = Math.max(0, time - 100 + random.nextInt(120));
            values[i] = value(random);
        }
        series.merge(times, values);
        for (int i = 0; i < count; i++) {
            model.put(times[i], values[i]);
        }
    }

    private static double value(java.util.Random random) {
        return random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian() * 100;
    }

    private static void compare(TraceSeries series, TreeMap<Long, Double> model, int from, int to) {
        Extent fast = new Extent();
        series.extent(from, to, fast);
        Extent slow = new Extent();
        model.values().stream().skip(from).limit(to - from).forEach(slow::add);
        assertThat(fast.count()).isEqualTo(slow.count());
        assertThat(fast.min()).isEqualTo(slow.min());
        assertThat(fast.max()).isEqualTo(slow.max());
        assertThat(fast.sum).isCloseTo(slow.sum, org.assertj.core.data.Offset.offset(1e-6));
    }
}
