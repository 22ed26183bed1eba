package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.metric.MetricLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept, slid and painted in parts always equals what is painted whole. */
@ExtendWith(FxToolkitExtension.class)
class PlotCanvasFxTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 120;
    private static final ChartColors COLORS = new ChartColors(
            0xff101820,
            0xff303840,
            0xffffffff,
            0xffff4050,
            0xffff8000,
            0xffe0c000,
            0xff8090a0,
            List.of(0xff6090ff, 0xff30c090));
    private static final ValueScale SCALE = new ValueScale(0, 100, 25, 0);

    private final PlotCanvas canvas = new PlotCanvas();
    private final List<TimeTicks.Tick> ticks = List.of(
            new TimeTicks.Tick(1_000_000, "", false, ""),
            new TimeTicks.Tick(1_060_000, "", false, ""),
            new TimeTicks.Tick(1_120_000, "", false, ""));
    private long now = 1_000_000;

    @Test
    void whatIsPaintedInPartsEqualsWhatIsPaintedWhole() {
        for (int seed = 0; seed < 6; seed++) {
            for (long step : new long[] {4, 90, 1000, 9000}) {
                Random random = new Random(seed);
                String round = "seed " + seed + ", step " + step;
                Fx.run(() -> live(random, step, round));
            }
        }
    }

    @Test
    void liveSamplesAreOnlyPaintedWhereTheyAre() {
        Trace trace = trace(new Random(1), 500);
        List<PlotPainter.Line> lines = List.of(new PlotPainter.Line(trace, SCALE, 0));
        Fx.run(() -> {
            show(lines, 100_000);
            long before = canvas.paintedColumns();
            for (int i = 0; i < 20; i++) {
                now += 500;
                trace.series().append(now, 50);
                show(lines, 100_000);
            }
            assertThat(canvas.paintedColumns() - before).isBetween(20L, 20L * 20);
        });
    }

    private void live(Random random, long step, String round) {
        now = 1_000_000 + random.nextInt(1000);
        long span = 60_000 + random.nextInt(60_000);
        Trace first = trace(random, step);
        Trace second = trace(random, step * 2);
        first.setLimitSteps(List.of(
                new LimitStep(null, Instant.ofEpochMilli(now - 20_000), limits(60, 80)),
                new LimitStep(Instant.ofEpochMilli(now - 20_000), null, limits(70, 90))));
        List<PlotPainter.Line> lines =
                List.of(new PlotPainter.Line(first, SCALE, 0), new PlotPainter.Line(second, SCALE, 1));
        for (int i = 0; i < 40; i++) {
            now += random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextInt(120);
            if (random.nextInt(5) > 0) {
                first.series().append(now, random.nextInt(30) == 0 ? Double.NaN : random.nextDouble() * 100);
            }
            if (random.nextInt(12) == 0) {
                second.series().append(now - random.nextInt(30_000), random.nextDouble() * 100);
            }
            long shift = random.nextInt(6) == 0 ? -random.nextInt(5000) : 0;
            PlotPainter.Plot plot = show(lines, span, shift);
            PlotFrame whole = new PlotFrame(WIDTH, HEIGHT);
            new PlotPainter().paint(whole, plot, COLORS);
            int[] painted = Objects.requireNonNull(canvas.frame()).pixels();
            assertThat(differing(painted, whole.pixels()))
                    .as("%s, frame %d: columns that differ", round, i)
                    .isEmpty();
        }
    }

    private static List<Integer> differing(int[] a, int[] b) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i] && !columns.contains(i % WIDTH)) {
                columns.add(i % WIDTH);
            }
        }
        return columns;
    }

    private PlotPainter.Plot show(List<PlotPainter.Line> lines, long span) {
        return show(lines, span, 0);
    }

    private PlotPainter.Plot show(List<PlotPainter.Line> lines, long span, long shift) {
        PlotTime time = PlotTime.of(TimeWindow.ending(now + shift, span), WIDTH);
        ChartMarker note = ChartMarker.at("n", ChartMarker.Kind.NOTE, Instant.ofEpochMilli(1_010_000), "");
        var plot = new PlotPainter.Plot(time, 1, ticks, List.of(note), lines, lines.getFirst(), now);
        canvas.show(plot, WIDTH, HEIGHT, COLORS);
        return plot;
    }

    private Trace trace(Random random, long step) {
        Trace trace = new Trace("t" + step, "T", "", 0).setInterval(Duration.ofMillis(step));
        for (long time = now - 120_000; time < now; time += step) {
            if (random.nextInt(40) > 0) {
                trace.series().append(time, 50 + 30 * Math.sin(time / 9000.0) + random.nextGaussian() * 4);
            }
        }
        return trace;
    }

    private static MetricLimits limits(int warning, int critical) {
        return new MetricLimits(null, null, BigDecimal.valueOf(warning), BigDecimal.valueOf(critical));
    }
}
