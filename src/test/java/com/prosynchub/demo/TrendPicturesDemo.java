package com.prosynchub.demo;

import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Screenshots;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.chart.AxisRange;
import com.prosynchub.ui.kit.chart.ChartMarker;
import com.prosynchub.ui.kit.chart.EarlierPeriod;
import com.prosynchub.ui.kit.chart.LimitStep;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TracePoints;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.theme.Theme;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Takes the pictures of the trend chart by which its looks are judged: every state it has. Run by hand. */
public final class TrendPicturesDemo {
    private static final FxUiScheduler UI = new FxUiScheduler();
    private static final Instant NOW = Instant.parse("2026-03-02T09:41:30Z");
    private static final Formats FORMATS = new Formats(ZoneId.of("Europe/Berlin"), Locale.UK, InstantSource.fixed(NOW));

    private TrendPicturesDemo() {}

    public static void main(String[] args) throws InterruptedException {
        FxToolkitExtension.start();
        for (Theme theme : Theme.values()) {
            Screenshots.take("trend-states", TrendPicturesDemo::states, theme, 1280, 1200, 100);
            Screenshots.take("trend-more", TrendPicturesDemo::more, theme, 1280, 1200, 100);
        }
        Screenshots.take("trend-wall", TrendPicturesDemo::wall, Theme.DARK, 1280, 900, 100);
        Screenshots.take("trend-states-150", TrendPicturesDemo::states, Theme.DARK, 1920, 1400, 150);
        Screenshots.take("trend-states-200", TrendPicturesDemo::states, Theme.LIGHT, 1920, 1400, 200);
        Platform.exit();
    }

    private static Parent states() {
        return page(envelope(), axes(), stale(), few());
    }

    private static Parent more() {
        return page(logarithmic(), earlier(), hostile(), stretches());
    }

    /** Twelve charts, as small as they get. */
    private static Parent wall() {
        GridPane grid = new GridPane();
        for (int i = 0; i < 12; i++) {
            TrendChart chart = i % 3 == 0 ? envelope() : i % 3 == 1 ? axes() : stale();
            chart.setMinSize(0, 0);
            chart.setPrefSize(1280 / 3.0, 225);
            grid.add(chart, i % 3, i / 3);
        }
        grid.getStyleClass().add(Styles.PAGE);
        return grid;
    }

    private static Parent page(TrendChart... charts) {
        GridPane grid = new GridPane(16, 8);
        for (int i = 0; i < charts.length; i++) {
            charts[i].setPrefSize(4000, 4000);
            grid.add(charts[i], i % 2, i / 2);
        }
        grid.getStyleClass().add(Styles.PAGE);
        return grid;
    }

    private static TrendChart chart(TrendModel model, List<Trace> traces, Duration span) {
        model.setTraces(traces);
        model.setSpan(span);
        return new TrendChart(model, FORMATS, UI);
    }

    private static TrendModel model() {
        return new TrendModel(InstantSource.fixed(NOW));
    }

    /** Eight hours of a sample a second: envelopes, limits that changed, markers and a hole. */
    private static TrendChart envelope() {
        List<Trace> traces = DemoTraces.pump(NOW.toEpochMilli(), Duration.ofHours(8), Duration.ofSeconds(1));
        traces.getFirst()
                .setLimitSteps(List.of(
                        new LimitStep(null, NOW.minusSeconds(18_000), limits(85, 95)),
                        new LimitStep(NOW.minusSeconds(18_000), null, limits(78, 86))));
        TrendModel model = model();
        model.setMarkers(List.of(
                ChartMarker.at("l", ChartMarker.Kind.LIMIT, NOW.minusSeconds(18_000), "warning 85 to 78"),
                ChartMarker.at("w", ChartMarker.Kind.WORK_ORDER, NOW.minusSeconds(12_000), "1042 Bearing"),
                ChartMarker.at("n", ChartMarker.Kind.NOTE, NOW.minusSeconds(6_000), "Strainer cleaned"),
                ChartMarker.at("n2", ChartMarker.Kind.NOTE, NOW.minusSeconds(3_000), "Again"),
                ChartMarker.at("n3", ChartMarker.Kind.WORK_ORDER, NOW.minusSeconds(2_900), "1043"),
                new ChartMarker(
                        "h",
                        ChartMarker.Kind.HOLE,
                        NOW.minusMillis(Math.round(28_800_000 * 0.58)),
                        NOW.minusMillis(Math.round(28_800_000 * 0.52)),
                        "filled in later")));
        return chart(model, traces, Duration.ofHours(8));
    }

    private static MetricLimits limits(int warning, int critical) {
        return new MetricLimits(null, null, BigDecimal.valueOf(warning), BigDecimal.valueOf(critical));
    }

    /** Four units: as many axes. */
    private static TrendChart axes() {
        List<Trace> traces = List.of(
                wave("Flow", "m³/h", 120, 20, 900, null),
                wave("Pressure", "bar", 6, 0.4, 1300, null),
                wave("Speed", "1/min", 2950, 12, 500, null),
                wave("Power", "kW", 88, 9, 700, null));
        TrendModel model = model();
        TrendChart chart = chart(model, traces, Duration.ofHours(1));
        model.cursorProperty().set(NOW.minusSeconds(1500));
        return chart;
    }

    /** One line stopped; the other goes on. */
    private static TrendChart stale() {
        Trace stopped = wave("Inlet temperature", "°C", 42, 3, 800, Duration.ofMinutes(12));
        return chart(
                model(), List.of(stopped, wave("Outlet temperature", "°C", 58, 2, 1000, null)), Duration.ofHours(1));
    }

    /** All stopped, and samples far apart. */
    private static TrendChart few() {
        Trace trace = new Trace("few", "Oil level", "mm", 0).setInterval(Duration.ofMinutes(4));
        Random random = new Random(4);
        for (int i = 60; i >= 13; i -= 4) {
            trace.series().append(NOW.toEpochMilli() - i * 60_000L, 120 + random.nextInt(14));
        }
        return chart(model(), List.of(trace), Duration.ofHours(1));
    }

    private static TrendChart logarithmic() {
        Trace trace = new Trace("p", "Vacuum", "mbar", 4).setInterval(Duration.ofSeconds(2));
        Random random = new Random(3);
        for (int i = 3600; i >= 0; i -= 2) {
            double value = 1000 * Math.exp(-(3600 - i) / 320.0) * (1 + random.nextGaussian() * 0.1);
            trace.series().append(NOW.toEpochMilli() - i * 1000L, i % 400 == 0 ? -0.1 : value);
        }
        TrendModel model = model();
        model.setAxis("mbar", AxisRange.AUTO.withLogarithmic(true));
        return chart(model, List.of(trace), Duration.ofHours(1));
    }

    private static TrendChart earlier() {
        Trace trace = wave("Flow", "m³/h", 120, 20, 900, null);
        Trace before = wave("Flow", "m³/h", 112, 24, 700, null);
        for (int i = 0; i < before.series().size(); i++) {
            trace.earlier().append(before.series().time(i), before.series().value(i));
        }
        TrendModel model = model();
        model.setEarlier(EarlierPeriod.DAY);
        return chart(model, List.of(trace), Duration.ofHours(1));
    }

    private static TrendChart hostile() {
        Trace trace = wave("Broken sensor", "V", 5, 1, 900, null);
        long now = NOW.toEpochMilli();
        trace.series().append(now - 2_000_500, 1e300);
        trace.series().append(now - 1_500_500, -1e308);
        trace.series().append(now - 1_000_500, Double.POSITIVE_INFINITY);
        trace.series().append(now + 86_400_000, 4);
        return chart(model(), List.of(trace), Duration.ofHours(1));
    }

    /** Stretches of time with least, greatest and mean, as history comes. */
    private static TrendChart stretches() {
        int count = 1600;
        long step = Duration.ofDays(30).toMillis() / count;
        long[] times = new long[count];
        double[][] parts = new double[3][count];
        long[] counts = new long[count];
        Random random = new Random(9);
        double level = 60;
        for (int i = 0; i < count; i++) {
            times[i] = NOW.toEpochMilli() - (count - i) * step + step / 2;
            level += random.nextGaussian() * 0.4;
            double mean = level + 6 * Math.sin(i / 53.0 * 2 * Math.PI);
            parts[0][i] = mean;
            parts[1][i] = mean - 1 - random.nextDouble() * 2;
            parts[2][i] = mean + 1 + random.nextDouble() * 2 + (i == 900 ? 14 : 0);
            counts[i] = 1620;
        }
        Trace trace = new Trace("s", "Bearing temperature", "°C", 1);
        trace.series().merge(new TracePoints(times, parts[0], parts[1], parts[2], counts));
        return chart(model(), List.of(trace), Duration.ofDays(30));
    }

    private static Trace wave(
            String name, String unit, double mean, double swing, int period, @Nullable Duration silent) {
        Trace trace = new Trace(name, name, unit, 1).setInterval(Duration.ofSeconds(5));
        Random random = new Random(name.hashCode());
        long last = silent == null ? 0 : silent.toSeconds();
        for (long i = 3700; i >= last; i -= 5) {
            double value = mean + swing * Math.sin(i * 2 * Math.PI / period) + random.nextGaussian() * swing / 9;
            trace.series().append(NOW.toEpochMilli() - i * 1000, value);
        }
        return trace;
    }
}
