package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.metric.MetricLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlotPainterTest {
    private static final int SURFACE = 0xffffffff;
    private static final int BLUE = 0xff0000ff;
    private static final int RED = 0xffff0000;
    private static final ChartColors COLORS =
            new ChartColors(SURFACE, 0xffeeeeee, 0xff000000, RED, 0xffff8000, 0xffffff00, 0xff808080, List.of(BLUE));
    private static final ValueScale SCALE = new ValueScale(0, 100, 50, 0);
    private static final int WIDTH = 400;
    private static final int HEIGHT = 200;

    private final PlotFrame frame = new PlotFrame(WIDTH, HEIGHT);

    @Test
    void aSpikeOfOneSampleAmongAMillionIsSeen() {
        Trace trace = new Trace("t", "T", "", 0);
        for (int i = 0; i < 1_000_000; i++) {
            trace.series().append(i, i == 500_123 ? 95 : 20);
        }
        paint(trace, new TimeWindow(0, 1_000_000), null);
        int column = 500_123 / 2500;
        assertThat(frame.at(column, y(90)) >> 16 & 0xff)
                .as("red left in the spike")
                .isLessThan(80);
        assertThat(frame.at(column - 3, y(90))).isNotEqualTo(BLUE);
        assertThat(inked(10)).isTrue();
    }

    @Test
    void aGapIsAGapWhetherSamplesAreFewOrMany() {
        for (int step : new int[] {1, 20}) {
            Trace trace = new Trace("t", "T", "", 0).setInterval(Duration.ofMillis(step));
            for (int i = 0; i < 4000; i += step) {
                if (i < 1600 || i > 2400) {
                    trace.series().append(i, 60);
                }
            }
            paint(trace, new TimeWindow(0, 4000), null);
            assertThat(inked(100)).as("before, step %d", step).isTrue();
            assertThat(inked(300)).as("after, step %d", step).isTrue();
            assertThat(IntStream.range(164, 238).noneMatch(this::inked))
                    .as("gap, step %d", step)
                    .isTrue();
        }
    }

    @Test
    void aValueThatIsNoNumberBreaksTheLine() {
        Trace trace = new Trace("t", "T", "", 0);
        trace.series().append(0, 60);
        trace.series().append(2000, Double.NaN);
        trace.series().append(4000, 60);
        paint(trace, new TimeWindow(0, 4001), null);
        assertThat(inked(100)).isFalse();
        assertThat(inked(300)).isFalse();
    }

    @Test
    void samplesOutsideTheWindowStillLeadTheLineToItsEdges() {
        Trace trace = new Trace("t", "T", "", 0);
        trace.series().append(-1000, 60);
        trace.series().append(5000, 60);
        paint(trace, new TimeWindow(0, 4000), null);
        assertThat(inked(0)).isTrue();
        assertThat(inked(WIDTH - 1)).isTrue();
    }

    @Test
    void limitsAreDrawnWhereTheyAre() {
        Trace trace = new Trace("t", "T", "", 0)
                .setLimits(new MetricLimits(null, null, BigDecimal.valueOf(70), BigDecimal.valueOf(80)));
        paint(trace, new TimeWindow(0, 1000), trace);
        int red = frame.at(1, y(80));
        assertThat(red >> 16 & 0xff).isGreaterThan((red >> 8 & 0xff) + 100);
        assertThat(frame.at(10, y(90))).as("ground beyond critical").isNotEqualTo(SURFACE);
        assertThat(frame.at(10, y(60))).as("ground in the band").isEqualTo(SURFACE);
    }

    @Test
    void whatIsNotKnownIsHatched() {
        Trace trace = new Trace("t", "T", "", 0);
        trace.series().append(0, 20);
        trace.setInterval(Duration.ofMillis(250));
        PlotPainter.Line line = new PlotPainter.Line(trace, SCALE, 0);
        var plot = new PlotPainter.Plot(
                PlotTime.of(new TimeWindow(0, 1000), WIDTH), 1, List.of(), List.of(), List.of(line), null, 1000);
        new PlotPainter().paint(frame, plot, COLORS);
        assertThat(IntStream.range(210, 390).anyMatch(x -> frame.at(x, y(70)) != SURFACE))
                .isTrue();
        assertThat(IntStream.range(20, 190).noneMatch(x -> frame.at(x, y(70)) != SURFACE))
                .isTrue();
    }

    @Test
    void anOpaqueColourIsNotDarkenedWhereLinesMeet() {
        CoverageMask mask = new CoverageMask();
        mask.reset(40, 40);
        mask.line(5, 20.5, 20, 20.5, 1);
        mask.line(20, 20.5, 35, 20.5, 1);
        frame.fill(SURFACE);
        int[] pixels = new int[40 * 40];
        java.util.Arrays.fill(pixels, SURFACE);
        mask.paint(pixels, BLUE, 255);
        assertThat(pixels[20 * 40 + 10]).isEqualTo(BLUE);
        assertThat(pixels[20 * 40 + 20]).isEqualTo(BLUE);
        assertThat(pixels[24 * 40 + 20]).isEqualTo(SURFACE);
    }

    private void paint(Trace trace, TimeWindow window, @Nullable Trace limited) {
        PlotPainter.Line line = new PlotPainter.Line(trace, SCALE, 0);
        var plot = new PlotPainter.Plot(
                PlotTime.of(window, WIDTH), 1, List.of(), List.of(), List.of(line), limited == null ? null : line, 0);
        new PlotPainter().paint(frame, plot, COLORS);
    }

    /** Whether any pixel of a column is clearly of the trace's colour. */
    private boolean inked(int x) {
        return IntStream.range(0, HEIGHT).anyMatch(y -> (frame.at(x, y) >> 16 & 0xff) < 128);
    }

    private static int y(double value) {
        return (int) SCALE.y(value, HEIGHT);
    }
}
