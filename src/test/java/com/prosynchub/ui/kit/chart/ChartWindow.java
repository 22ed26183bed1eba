package com.prosynchub.ui.kit.chart;

import com.prosynchub.fixture.Fx;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Charts in a window for tests, with a hand and a clock of the test's own. */
final class ChartWindow {
    final ManualUiScheduler ui = new ManualUiScheduler();
    final List<TrendChart> charts = new ArrayList<>();
    private final Stage stage;

    ChartWindow(List<TrendModel> models, ManualUiScheduler scheduler) {
        stage = Fx.call(() -> {
            VBox root = new VBox();
            for (TrendModel model : models) {
                TrendChart chart =
                        new TrendChart(model, new Formats(ZoneId.of("UTC"), Locale.UK, scheduler.clock()), scheduler);
                charts.add(chart);
                root.getChildren().add(chart);
            }
            Stage made = new Stage();
            Scene scene = new Scene(root, 900, 420.0 * models.size());
            ThemeManager.apply(scene, Theme.LIGHT, 100);
            made.setScene(scene);
            made.show();
            charts.getFirst().requestFocus();
            return made;
        });
        Fx.pulse();
    }

    TrendChart chart() {
        return charts.getFirst();
    }

    void close() {
        Fx.run(() -> {
            charts.forEach(TrendChart::dispose);
            stage.close();
        });
    }

    void key(KeyCode code, boolean shortcut) {
        Fx.run(() -> Event.fireEvent(
                chart(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
        Fx.pulse();
    }

    /** Presses, drags and releases in a node, from share to share of its size. */
    void drag(Node node, double fromX, double fromY, double toX, double toY, boolean shift) {
        Fx.run(() -> {
            mouse(node, MouseEvent.MOUSE_PRESSED, fromX, fromY, 1, shift);
            mouse(node, MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, (fromY + toY) / 2, 1, shift);
            mouse(node, MouseEvent.MOUSE_DRAGGED, toX, toY, 1, shift);
            mouse(node, MouseEvent.MOUSE_RELEASED, toX, toY, 1, shift);
        });
        Fx.pulse();
    }

    void click(Node node, double x, double y, int clicks) {
        Fx.run(() -> mouse(node, MouseEvent.MOUSE_CLICKED, x, y, clicks, false));
        Fx.pulse();
    }

    void move(Node node, double x, double y) {
        Fx.run(() -> mouse(node, MouseEvent.MOUSE_MOVED, x, y, 0, false));
        Fx.pulse();
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y, int clicks, boolean shift) {
        Point2D at = place(node, x, y);
        PickResult picked = new PickResult(node, at.getX(), at.getY());
        boolean down = clicks > 0;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        down ? MouseButton.PRIMARY : MouseButton.NONE,
                        clicks,
                        shift,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        picked));
    }

    void scroll(Node node, double x, double y, double delta) {
        Point2D at = place(node, x, y);
        Fx.run(() -> Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
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
                        new PickResult(node, at.getX(), at.getY()))));
        Fx.pulse();
    }

    private static Point2D place(Node node, double x, double y) {
        return node.localToScene(
                node.getLayoutBounds().getWidth() * x, node.getLayoutBounds().getHeight() * y);
    }

    /** Every text that a chart shows. */
    Set<String> texts(TrendChart chart) {
        return Fx.call(() -> {
            Set<String> texts = new TreeSet<>();
            for (Node node : chart.lookupAll(".label")) {
                if (node instanceof Label label && shown(label)) {
                    texts.add(label.getText());
                }
            }
            return texts;
        });
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
