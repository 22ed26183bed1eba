package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.picture.PngFile;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plots against kept pictures, in both themes and at three output scales. The tolerance: no channel of any pixel may differ by
 * more than {@value #CHANNEL} of 255, except in {@value #PIXELS} of ten thousand pixels, where the last digit of a sine can
 * move an edge. What was painted is left in {@code target/golden}; with {@code -Dgolden.write=true} the kept pictures are
 * written anew, to be looked at before they are kept.
 */
@ExtendWith(FxToolkitExtension.class)
class GoldenPicturesFxTest {
    private static final int CHANNEL = 12;
    private static final int PIXELS = 10;

    private static final int WIDTH = 320;
    private static final int HEIGHT = 120;
    private static final long NOW = Instant.parse("2026-03-02T09:41:30Z").toEpochMilli();
    private static final long SPAN = Duration.ofHours(1).toMillis();

    private static final ChartColors LIGHT = new ChartColors(
            0xffffffff,
            0xffdfe4ea,
            0xff16202b,
            0xffc8202c,
            0xffc2570c,
            0xffa37a00,
            0xff737f8d,
            List.of(0xff055dbf, 0xff017d5c, 0xff9754e0));
    private static final ChartColors DARK = new ChartColors(
            0xff171c22,
            0xff2c343d,
            0xffe6ebf0,
            0xffff5d66,
            0xfff08a3c,
            0xffe0b93a,
            0xff8a96a4,
            List.of(0xff6aa5ff, 0xff2fb28b, 0xffb07ae0));

    private enum Picture {
        ENVELOPE(LIGHT, 1),
        ENVELOPE_DARK(DARK, 1),
        ENVELOPE_150(LIGHT, 1.5),
        LINES_AND_GAP(DARK, 1),
        DOTS_AND_STALE(LIGHT, 2),
        LIMIT_STEPS(LIGHT, 1),
        STALE_STRIP(DARK, 1),
        LOGARITHMIC(LIGHT, 1),
        EARLIER(DARK, 1),
        HOSTILE(LIGHT, 1),
        HOLE_AND_MARKERS(DARK, 1);

        private final ChartColors colors;
        private final double scale;

        Picture(ChartColors colors, double scale) {
            this.colors = colors;
            this.scale = scale;
        }

        private String file() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".png";
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlotLooksAsItDid(Picture picture) throws IOException {
        int width = (int) Math.round(WIDTH * picture.scale);
        int height = (int) Math.round(HEIGHT * picture.scale);
        PlotFrame frame = new PlotFrame(width, height);
        PlotTime time = PlotTime.of(TimeWindow.ending(NOW, SPAN), width);
        List<Trace> traces = traces(picture);
        TrendModel model = new TrendModel(() -> Instant.ofEpochMilli(NOW));
        model.setTraces(traces);
        model.setAxis("V", new AxisRange(picture == Picture.LOGARITHMIC, null, null));
        TrendAxes axes = new TrendAxes();
        axes.update(model, time, picture.scale, traces.getFirst(), 4);
        List<PlotPainter.Line> lines = axes.views().stream()
                .map(view -> new PlotPainter.Line(view.trace(), view.scale(), view.colour()))
                .toList();
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(TimeWindow.ending(NOW, SPAN), java.time.ZoneOffset.UTC, java.util.Locale.UK, 4);
        var plot = new PlotPainter.Plot(time, picture.scale, ticks, markers(picture), lines, lines.getFirst(), NOW);
        frame.clip(0, width);
        new PlotPainter().paint(frame, plot, picture.colors);
        compare(picture, frame);
    }

    private static void compare(Picture picture, PlotFrame frame) throws IOException {
        Path base = Path.of(System.getProperty("project.basedir", "."));
        write(frame, base.resolve("target/golden").resolve(picture.file()));
        if (Boolean.getBoolean("golden.write")) {
            write(frame, base.resolve("src/test/resources/golden").resolve(picture.file()));
            return;
        }
        URL kept = GoldenPicturesFxTest.class.getResource("/golden/" + picture.file());
        Image image = new Image(Objects.requireNonNull(kept).toString());
        assertThat(image.getWidth()).isEqualTo(frame.width());
        assertThat(image.getHeight()).isEqualTo(frame.height());
        int[] pixels = new int[frame.width() * frame.height()];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        frame.width(),
                        frame.height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        frame.width());
        int differing = 0;
        for (int i = 0; i < pixels.length; i++) {
            differing += differs(pixels[i], frame.pixels()[i]) ? 1 : 0;
        }
        assertThat(differing).as("pixels that differ").isLessThanOrEqualTo(pixels.length * PIXELS / 10_000);
    }

    private static boolean differs(int a, int b) {
        return Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff)) > CHANNEL
                || Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff)) > CHANNEL
                || Math.abs((a & 0xff) - (b & 0xff)) > CHANNEL;
    }

    private static void write(PlotFrame frame, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            PngFile.write(frame.width(), frame.height(), frame.pixels(), out);
        }
    }

    private static List<Trace> traces(Picture picture) {
        return switch (picture) {
            case ENVELOPE, ENVELOPE_DARK, ENVELOPE_150 -> List.of(wave(0.5, 0, 60, 8), wave(0.5, 0, 30, 3));
            case LINES_AND_GAP -> List.of(gap(wave(20, 0, 60, 8)), wave(20, 0, 30, 3));
            case DOTS_AND_STALE -> List.of(wave(240, 900, 60, 8));
            case LIMIT_STEPS -> List.of(limited(wave(10, 0, 60, 8)));
            case STALE_STRIP -> List.of(wave(10, 900, 60, 8), wave(10, 0, 30, 3));
            case LOGARITHMIC -> List.of(decay());
            case EARLIER -> List.of(earlier());
            case HOSTILE -> List.of(hostile(wave(10, 0, 60, 8)));
            case HOLE_AND_MARKERS -> List.of(wave(10, 0, 60, 8));
        };
    }

    private static List<ChartMarker> markers(Picture picture) {
        if (picture != Picture.HOLE_AND_MARKERS) {
            return List.of();
        }
        Instant now = Instant.ofEpochMilli(NOW);
        return List.of(
                ChartMarker.at("n", ChartMarker.Kind.NOTE, now.minusSeconds(600), ""),
                new ChartMarker("h", ChartMarker.Kind.HOLE, now.minusSeconds(2400), now.minusSeconds(1500), ""));
    }

    /** A wave with some noise and one spike, a sample every so many seconds, silent for the last so many. */
    private static Trace wave(double step, int silent, double mean, double swing) {
        Trace trace = new Trace("t" + mean, "T", "V", 0).setInterval(Duration.ofMillis(Math.round(step * 1000)));
        Random random = new Random(8);
        for (double back = 3700; back >= silent; back -= step) {
            double spike = Math.abs(back - 1234.5) < step / 2 ? swing * 2 : 0;
            double value = mean + swing * Math.sin(back / 260) + random.nextGaussian() * swing / 8 + spike;
            trace.series().append(NOW - Math.round(back * 1000), value);
        }
        return trace;
    }

    private static Trace gap(Trace trace) {
        trace.series().replace(new TimeWindow(NOW - 2_400_000, NOW - 1_800_000), new long[0], new double[0]);
        return trace;
    }

    private static Trace limited(Trace trace) {
        Instant change = Instant.ofEpochMilli(NOW).minusSeconds(1500);
        return trace.setLimitSteps(
                List.of(new LimitStep(null, change, limits(64, 70)), new LimitStep(change, null, limits(60, 66))));
    }

    private static MetricLimits limits(int warning, int critical) {
        return new MetricLimits(
                BigDecimal.valueOf(50), null, BigDecimal.valueOf(warning), BigDecimal.valueOf(critical));
    }

    private static Trace decay() {
        Trace trace = new Trace("d", "D", "V", 3);
        for (int back = 3600; back >= 0; back -= 10) {
            trace.series().append(NOW - back * 1000L, back % 600 == 0 ? 0 : 1000 * Math.exp((back - 3600) / 300.0));
        }
        return trace;
    }

    private static Trace earlier() {
        Trace trace = wave(10, 0, 60, 8);
        Trace before = wave(10, 0, 55, 5);
        for (int i = 0; i < before.series().size(); i++) {
            trace.earlier().append(before.series().time(i), before.series().value(i));
        }
        return trace;
    }

    private static Trace hostile(Trace trace) {
        trace.series().append(NOW - 2_000_500, 1e300);
        trace.series().append(NOW - 1_500_500, -1e308);
        trace.series().append(NOW - 1_000_500, Double.POSITIVE_INFINITY);
        trace.series().append(NOW + 86_400_000, 4);
        return trace;
    }
}
