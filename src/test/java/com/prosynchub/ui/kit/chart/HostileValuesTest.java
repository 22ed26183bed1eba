package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Values and times that no sensor should send, and some do. */
class HostileValuesTest {
    private static final int SURFACE = 0xffffffff;
    private static final ChartColors COLORS =
            new ChartColors(SURFACE, SURFACE, SURFACE, SURFACE, SURFACE, SURFACE, SURFACE, List.of(0xff0000ff));
    private static final double[] HOSTILE = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        0.0,
        -0.0,
        1e-320
    };
    private static final long[] TIMES = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, Long.MAX_VALUE / 2, 9_000_000_000_000L};

    /** Whatever comes, it is painted without an exception, within its plot, and the axis has few and finite marks. */
    @Property(tries = 150)
    void nothingBreaksThePicture(@ForAll long seed) {
        Random random = new Random(seed);
        TrendModel model = new TrendModel(() -> java.time.Instant.ofEpochMilli(2_000_000));
        Trace trace = new Trace("t", "T", "", 0).setInterval(Duration.ofSeconds(1));
        for (int i = 0; i < 300; i++) {
            long time = random.nextInt(20) == 0 ? TIMES[random.nextInt(TIMES.length)] : 1_000_000 + i * 2000L;
            double value = random.nextInt(4) == 0 ? HOSTILE[random.nextInt(HOSTILE.length)] : random.nextGaussian();
            trace.series().append(time, value);
        }
        boolean logarithmic = random.nextBoolean();
        model.setTraces(List.of(trace));
        model.setAxis("", new AxisRange(logarithmic, null, null));
        for (int width : new int[] {1, 40, 700}) {
            PlotTime time = PlotTime.of(new TimeWindow(1_000_000, 1_600_000), width);
            TrendAxes axes = new TrendAxes();
            axes.update(model, time, 1, null, 5);
            ValueScale scale = axes.axes().getFirst().scale();
            assertThat(scale.max()).isGreaterThan(scale.min()).isFinite();
            assertThat(scale.ticks()).hasSizeLessThan(60).allMatch(tick -> Double.isFinite(tick));
            PlotFrame frame = new PlotFrame(width, 90);
            paint(frame, trace, scale, time);
            assertThat(IntStream.of(frame.pixels())).as("opaque").allMatch(pixel -> pixel >>> 24 == 0xff);
        }
    }

    @Test
    void oneHugeValueDoesNotFlattenTheRestAndIsStillSeen() {
        Trace trace = wave();
        trace.series().append(500_500, 1e300);
        PlotTime time = PlotTime.of(new TimeWindow(0, 1_000_000), 500);
        TrendAxes axes = axes(trace, time, AxisRange.AUTO);
        ValueScale scale = axes.axes().getFirst().scale();
        assertThat(scale.max()).isLessThan(20);
        assertThat(axes.axes().getFirst().hidden()).isEqualTo(1);
        PlotFrame frame = new PlotFrame(500, 100);
        paint(frame, trace, scale, time);
        assertThat(IntStream.range(245, 256).anyMatch(x -> frame.at(x, 0) != SURFACE))
                .as("drawn to the upper edge")
                .isTrue();
        assertThat(frame.at(100, 0)).isEqualTo(SURFACE);
    }

    @Test
    void valuesThatAreNotPositiveAreLeftOutOfALogarithmicAxisAndCounted() {
        Trace trace = new Trace("t", "T", "", 0);
        for (int i = 0; i < 100; i++) {
            trace.series().append(i * 1000L, i == 50 ? -5 : i == 60 ? 0 : 10);
        }
        PlotTime time = PlotTime.of(new TimeWindow(0, 100_000), 500);
        TrendAxes axes = axes(trace, time, new AxisRange(true, null, null));
        assertThat(axes.axes().getFirst().hidden()).isEqualTo(2);
        ValueScale scale = axes.axes().getFirst().scale();
        assertThat(scale.min()).isPositive();
        PlotFrame frame = new PlotFrame(500, 100);
        paint(frame, trace, scale, time);
        assertThat(inked(frame, 248)).as("before the gap").isFalse();
        assertThat(inked(frame, 252)).as("after the gap").isFalse();
        assertThat(inked(frame, 230)).isTrue();
    }

    @Test
    void aClockThatJumpsBackLeavesOrderAndOneValueForEachTime() {
        TraceSeries series = new TraceSeries();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100; i++) {
                series.append(i * 1000L + round, round);
            }
        }
        assertThat(series.size()).isEqualTo(200);
        for (int i = 1; i < series.size(); i++) {
            assertThat(series.time(i)).isGreaterThan(series.time(i - 1));
        }
    }

    @Test
    void aSampleOfTheFutureDoesNotHideThatTheSourceIsSilent() {
        Trace trace = new Trace("t", "T", "", 0).setInterval(Duration.ofSeconds(1));
        trace.series().append(1000, 1);
        trace.series().append(9_000_000, 2);
        assertThat(trace.isStale(60_000)).isTrue();
        assertThat(trace.staleFrom(60_000)).isEqualTo(3000);
        assertThat(trace.lastValue(60_000)).isEqualTo(1);
    }

    @Test
    void timesBeyondAnyCalendarAreLeftOut() {
        TraceSeries series = new TraceSeries();
        series.append(Long.MAX_VALUE, 1);
        series.append(Long.MIN_VALUE, 1);
        series.merge(new long[] {Long.MIN_VALUE, 5, Long.MAX_VALUE}, new double[] {1, 2, 3});
        assertThat(series.size()).isEqualTo(1);
    }

    private static Trace wave() {
        Trace trace = new Trace("t", "T", "", 0);
        for (int i = 0; i < 1000; i++) {
            trace.series().append(i * 1000L, 5 + Math.sin(i / 50.0));
        }
        return trace;
    }

    private static TrendAxes axes(Trace trace, PlotTime time, AxisRange range) {
        TrendModel model = new TrendModel(() -> java.time.Instant.ofEpochMilli(1_000_000));
        model.setTraces(List.of(trace));
        model.setAxis(trace.unit(), range);
        TrendAxes axes = new TrendAxes();
        axes.update(model, time, 1, null, 5);
        return axes;
    }

    private static void paint(PlotFrame frame, Trace trace, ValueScale scale, PlotTime time) {
        PlotPainter.Line line = new PlotPainter.Line(trace, scale, 0);
        frame.clip(0, frame.width());
        new PlotPainter()
                .paint(frame, new PlotPainter.Plot(time, 1, List.of(), List.of(), List.of(line), null, 0), COLORS);
    }

    private static boolean inked(PlotFrame frame, int x) {
        return IntStream.range(0, frame.height()).anyMatch(y -> frame.at(x, y) != SURFACE);
    }
}
