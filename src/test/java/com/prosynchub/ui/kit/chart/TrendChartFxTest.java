package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkitExtension.class)
class TrendChartFxTest {
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final TrendModel model = new TrendModel(ui.clock());
    private final List<TimeWindow> asked = new ArrayList<>();
    private final Trace trace = new Trace("t", "Temperature", "°C", 1)
            .setInterval(Duration.ofSeconds(1))
            .setLimits(new MetricLimits(null, null, BigDecimal.valueOf(52), BigDecimal.valueOf(55)));
    private Stage stage;
    private TrendChart chart;

    @BeforeEach
    void show() {
        Fx.run(() -> {
            long now = model.now();
            for (int i = 1200; i >= 0; i--) {
                trace.series().append(now - i * 1000L, 50 + Math.sin(i / 60.0) * 3);
            }
            model.setTraces(List.of(trace));
            model.setSpan(SPAN);
            chart = new TrendChart(model, new Formats(ZoneId.of("UTC"), Locale.UK, ui.clock()), ui);
            chart.setOnWindowChanged(asked::add);
            Scene scene = new Scene(new StackPane(chart), 900, 500);
            ThemeManager.apply(scene, Theme.LIGHT, 100);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            chart.requestFocus();
        });
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            chart.dispose();
            stage.close();
        });
    }

    @Test
    void lineAndLimitsArePainted() {
        Fx.run(() -> {
            PlotFrame frame = chart.painted();
            assertThat(frame).isNotNull();
            int colour = chart.colors().trace(0);
            long inked = java.util.Arrays.stream(frame.pixels())
                    .filter(p -> p == colour)
                    .count();
            assertThat(inked).isGreaterThan(frame.width() / 2);
            assertThat(labels()).anyMatch(text -> text.startsWith("warning 52")).contains("°C", "Live");
        });
    }

    @Test
    void wheelZoomsAtThePointerAndDraggingPans() {
        Fx.run(() -> scroll(0.5, 40));
        assertThat(span()).isEqualTo(Math.round(SPAN.toMillis() / 1.25));
        assertThat(model.isFollowing()).isTrue();
        Fx.run(() -> drag(200, 420));
        assertThat(model.isFollowing()).isFalse();
        TimeWindow before = model.window();
        Fx.run(() -> scroll(0.25, -40));
        TimeWindow after = model.window();
        long about = before.from() + before.span() / 4;
        assertThat((double) (about - after.from()) / after.span()).isBetween(0.24, 0.26);
        Fx.run(() -> doubleClick());
        assertThat(model.isFollowing()).isTrue();
        assertThat(span()).isEqualTo(SPAN.toMillis());
    }

    @Test
    void everyKeyDoesItsPart() {
        press(KeyCode.LEFT);
        assertThat(model.window().to()).isEqualTo(model.now() - SPAN.toMillis() / 10);
        press(KeyCode.RIGHT);
        assertThat(model.isFollowing()).isTrue();
        type("+");
        assertThat(span()).isLessThan(SPAN.toMillis());
        type("-");
        assertThat(span()).isEqualTo(SPAN.toMillis());
        press(KeyCode.HOME);
        assertThat(model.window().from()).isEqualTo(trace.series().oldestTime());
        press(KeyCode.END);
        assertThat(model.isFollowing()).isTrue();
        press(KeyCode.SPACE);
        assertThat(model.isFollowing()).isFalse();
        press(KeyCode.R);
        assertThat(model.isFollowing()).isTrue();
        press(KeyCode.L);
        Fx.pulse();
        assertThat(Fx.call(this::labels)).noneMatch(text -> text.startsWith("warning"));
    }

    @Test
    void newSamplesAppearByThemselvesAndPausingSaysHowManyWait() {
        press(KeyCode.SPACE);
        Fx.run(() -> {
            for (int i = 0; i < 12; i++) {
                ui.advance(Duration.ofSeconds(1));
                trace.series().append(model.now(), 50);
            }
            model.changed();
        });
        Fx.pulse();
        assertThat(Fx.call(this::labels)).contains("Paused · 12 newer");
        press(KeyCode.SPACE);
        Fx.pulse();
        assertThat(Fx.call(this::labels)).contains("Live", "600 of 600 samples");
    }

    @Test
    void historyIsAskedForOnceTheWindowRests() {
        ui.advance(Duration.ofMillis(300));
        assertThat(asked).hasSize(1);
        Fx.run(() -> drag(100, 300));
        Fx.pulse();
        Fx.run(() -> drag(100, 300));
        Fx.pulse();
        assertThat(asked).hasSize(1);
        Fx.run(() -> ui.advance(Duration.ofMillis(300)));
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast()).isEqualTo(model.window());
    }

    @Test
    void theLegendSwitchesATraceOff() {
        Fx.run(() -> {
            ToggleButton name = (ToggleButton) chart.lookup(".psh-trend-legend-name");
            name.fire();
        });
        Fx.pulse();
        assertThat(trace.isVisible()).isFalse();
        assertThat(Fx.call(this::labels)).contains("No measurements in this window");
    }

    @Test
    void theReadingLineTellsTheValueUnderThePointer() {
        Fx.run(() -> {
            model.cursorProperty().set(java.time.Instant.ofEpochMilli(model.now() - 60_000));
        });
        Fx.pulse();
        assertThat(Fx.call(this::labels)).contains("52.5");
    }

    @Test
    void aDisposedChartLeavesNoTickAndNoListener() {
        Fx.run(() -> {
            chart.dispose();
            ui.advance(Duration.ofSeconds(1));
            assertThat(ui.pendingTicks()).isZero();
        });
    }

    private long span() {
        return model.window().span();
    }

    private Set<String> labels() {
        Set<String> texts = new java.util.TreeSet<>();
        for (Node node : chart.lookupAll(".label")) {
            if (node instanceof Label label
                    && label.isVisible()
                    && label.getParent().isVisible()) {
                texts.add(label.getText());
            }
        }
        return texts;
    }

    private void press(KeyCode code) {
        Fx.run(() ->
                Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private void type(String text) {
        Fx.run(() -> Event.fireEvent(
                chart, new KeyEvent(KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false)));
    }

    private void scroll(double share, double delta) {
        // Made without a source, an event's place is taken to be the scene's.
        double x = chart.plot().localToScene(chart.plot().getWidth() * share, 0).getX();
        Event.fireEvent(
                chart.plot(),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        50,
                        x,
                        50,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(chart.plot(), x, 50)));
    }

    private void drag(double from, double to) {
        mouse(MouseEvent.MOUSE_PRESSED, from, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, (from + to) / 2, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, to, 1);
        mouse(MouseEvent.MOUSE_RELEASED, to, 1);
    }

    private void doubleClick() {
        mouse(MouseEvent.MOUSE_CLICKED, 100, 2);
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, int clicks) {
        Event.fireEvent(
                chart.plot(),
                new MouseEvent(
                        type,
                        x,
                        50,
                        x,
                        50,
                        MouseButton.PRIMARY,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(chart.plot(), x, 50)));
    }
}
