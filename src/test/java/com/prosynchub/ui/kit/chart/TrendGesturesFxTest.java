package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What hand and keys do beyond moving through time, which {@code TrendChartFxTest} shows. */
@ExtendWith(FxToolkitExtension.class)
class TrendGesturesFxTest {
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final TrendModel model = new TrendModel(ui.clock());
    private final TrendModel other = new TrendModel(ui.clock());
    private final List<Object> told = new ArrayList<>();
    private ChartWindow window;
    private TrendChart chart;

    @BeforeEach
    void show() {
        model.setTraces(List.of(trace("Temperature", "°C", 50), trace("Flow", "m³/h", 120)));
        other.setTraces(List.of(trace("Pressure", "bar", 6)));
        other.shareCursor(model);
        model.setSpan(SPAN);
        other.setSpan(SPAN);
        window = new ChartWindow(List.of(model, other), ui);
        chart = window.chart();
        Fx.run(() -> {
            chart.setOnMarker(told::add);
            chart.setOnNote(told::add);
            chart.setOnExport(() -> told.add("export"));
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Trace trace(String name, String unit, double mean) {
        Trace trace = new Trace(name, name, unit, 1).setInterval(Duration.ofSeconds(1));
        for (int i = 1200; i >= 0; i--) {
            trace.series().append(model.now() - i * 1000L, mean + Math.sin(i / 60.0) * 3);
        }
        return trace;
    }

    @Test
    void draggingWithShiftZoomsIntoABoxOfTimeAndValues() {
        TimeWindow before = model.window();
        ValueScale scale = scale(0);
        window.drag(chart.plot(), 0.25, 0.25, 0.5, 0.75, true);
        TimeWindow after = model.window();
        assertThat(after.span()).isBetween(before.span() / 4 - 3000, before.span() / 4 + 3000);
        assertThat(after.from())
                .isBetween(before.from() + before.span() / 4 - 3000, before.from() + before.span() / 4 + 3000);
        assertThat(scale(0).min()).isCloseTo(scale.value(0.75, 1), org.assertj.core.data.Offset.offset(0.2));
        assertThat(scale(0).max()).isCloseTo(scale.value(0.25, 1), org.assertj.core.data.Offset.offset(0.2));
        assertThat(model.isFollowing()).isFalse();
        window.click(chart.plot(), 0.5, 0.5, 2);
        assertThat(model.axis("°C").isAutomatic()).isTrue();
        assertThat(model.isFollowing()).isTrue();
    }

    @Test
    void theWheelOverAnAxisStretchesItAndADoubleClickLetsItFollowAgain() {
        double height = scale(0).max() - scale(0).min();
        double other = scale(1).max() - scale(1).min();
        window.scroll(chart.stage(), 0.02, 0.5, 40);
        assertThat(scale(0).max() - scale(0).min()).isLessThan(height * 0.85);
        assertThat(scale(1).max() - scale(1).min()).isEqualTo(other);
        window.drag(chart.stage(), 0.02, 0.3, 0.02, 0.5, false);
        assertThat(model.axis("°C").isAutomatic()).isFalse();
        window.click(chart.stage(), 0.02, 0.5, 2);
        assertThat(model.axis("°C").isAutomatic()).isTrue();
        assertThat(model.window().span()).as("the window is left alone").isEqualTo(SPAN.toMillis());
    }

    @Test
    void upAndDownMoveTheAxesAndRealtimeLetsThemFollow() {
        double bottom = scale(0).min();
        window.key(KeyCode.UP, false);
        assertThat(scale(0).min()).isGreaterThan(bottom);
        window.key(KeyCode.DOWN, false);
        window.key(KeyCode.DOWN, false);
        assertThat(scale(0).min()).isLessThan(bottom);
        window.key(KeyCode.R, false);
        assertThat(model.axis("°C").isAutomatic()).isTrue();
    }

    @Test
    void anEarlierPeriodIsChosenWithOneKeyAndSaid() {
        window.key(KeyCode.B, false);
        assertThat(model.earlierProperty().get()).isEqualTo(EarlierPeriod.SAME_LENGTH);
        assertThat(window.texts(chart)).contains("Paler: same length before");
        window.key(KeyCode.B, false);
        assertThat(window.texts(chart)).contains("Paler: a day before");
        window.key(KeyCode.B, false);
        window.key(KeyCode.B, false);
        assertThat(window.texts(chart)).noneMatch(text -> text.startsWith("Paler"));
    }

    @Test
    void aNoteIsLeftWhereTheReadingLineStands() {
        Instant at = Instant.ofEpochMilli(model.now() - 90_000);
        Fx.run(() -> model.cursorProperty().set(at));
        window.key(KeyCode.M, false);
        assertThat(told).containsExactly(at);
        window.key(KeyCode.E, true);
        assertThat(told).containsExactly(at, "export");
    }

    @Test
    void oneCursorReadsEveryChartThatSharesIt() {
        window.move(chart.plot(), 0.5, 0.5);
        for (TrendChart each : window.charts) {
            assertThat(window.texts(each)).anyMatch(text -> text.startsWith("2 Mar 2026, 07:55:0"));
        }
    }

    @Test
    void aMarkerTellsWhichItIsAndAHeapOffersItsOwn() {
        Instant now = Instant.ofEpochMilli(model.now());
        ChartMarker order = ChartMarker.at("42", ChartMarker.Kind.WORK_ORDER, now.minusSeconds(400), "1042");
        ChartMarker note = ChartMarker.at("n", ChartMarker.Kind.NOTE, now.minusSeconds(100), "Noise");
        ChartMarker change = ChartMarker.at("l", ChartMarker.Kind.LIMIT, now.minusSeconds(99), "80 to 78");
        Fx.run(() -> model.setMarkers(List.of(note, order, change)));
        Fx.pulse();
        List<Button> marks = Fx.call(() -> chart.lookupAll(".psh-trend-marker").stream()
                .map(Button.class::cast)
                .filter(Button::isVisible)
                .toList());
        assertThat(marks).extracting(Button::getText).containsExactly("W", "2");
        Fx.run(marks.getFirst()::fire);
        assertThat(told).containsExactly(order);
        assertThat(marks.get(1).getAccessibleText()).contains("Note: Noise", "Limit changed: 80 to 78");
    }

    @Test
    void theMenuMakesAnAxisLogarithmicAndSaysSo() {
        List<MenuItem> items =
                Fx.call(() -> new TrendMenu(model, chart.stage()).build().getItems());
        CheckMenuItem first = (CheckMenuItem) items.getFirst();
        assertThat(first.getText()).isEqualTo("Logarithmic axis: °C");
        Fx.run(first::fire);
        Fx.pulse();
        assertThat(scale(0).logarithmic()).isTrue();
        assertThat(window.texts(chart)).contains("°C log");
    }

    @Test
    void aSilentSourceIsSaidUntilItAnswers() {
        Fx.run(() -> model.silentSinceProperty().set(Instant.ofEpochMilli(model.now())));
        Fx.pulse();
        assertThat(window.texts(chart)).contains("No answer since 08:00:00");
        Fx.run(() -> model.silentSinceProperty().set(null));
        Fx.pulse();
        assertThat(window.texts(chart)).contains("Live");
    }

    @Test
    void aLineThatStoppedIsToldInTheLegendWithItsAge() {
        Fx.run(() -> ui.advance(Duration.ofMinutes(3)));
        Fx.pulse();
        assertThat(window.texts(chart)).contains("stale 3 min");
    }

    private ValueScale scale(int axis) {
        return Fx.call(() -> chart.stage().axes().axes().get(axis).scale());
    }
}
