package com.prosynchub.ui.kit.chart;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Plain mouse and keys of a trend chart. Over the plot the wheel zooms at the pointer, dragging pans, dragging with Shift zooms
 * into a box, a double click goes back to live and to axes that follow. Over an axis the wheel stretches it, dragging moves it,
 * a double click lets it follow again. Left and Right pan, Up and Down move the axes, plus and minus zoom, Home and End go to
 * the oldest and newest, Space pauses, R goes live, L switches limits, B lays an earlier period under the present one, M leaves
 * a note, Ctrl+E exports. FX thread.
 */
final class TrendGestures {
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.1;
    private static final double NOTCH = 40;
    /** A box smaller than this is a slip of the hand. */
    private static final double LEAST_BOX = 6;

    private final TrendModel model;
    private final TrendStage stage;
    private final Pane plot;
    private final TrendMenu menu;
    private @Nullable Consumer<Instant> onNote;
    private @Nullable Runnable onExport;
    private double fromX;
    private double fromY;
    private TimeWindow dragFrom;
    private boolean boxing;
    private TrendAxes.@Nullable Axis held;

    TrendGestures(TrendModel model, TrendStage stage) {
        this.model = model;
        this.stage = stage;
        this.plot = stage.plot();
        this.dragFrom = model.window();
        this.menu = new TrendMenu(model, stage);
    }

    void setOnNote(Consumer<Instant> handler) {
        onNote = handler;
        menu.setOnNote(this::note);
    }

    void setOnExport(Runnable handler) {
        onExport = handler;
        menu.setOnExport(handler);
    }

    void install(Node chart) {
        plot.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            chart.requestFocus();
            press(event);
        });
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        plot.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.reset();
            }
            event.consume();
        });
        plot.addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.cursorProperty()
                .set(Instant.ofEpochMilli(stage.timeAt(event.getX()))));
        plot.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> model.cursorProperty().set(null));
        stage.addEventHandler(ScrollEvent.SCROLL, this::scrollAxis);
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            held = stage.axisAt(event.getX(), event.getY());
            fromY = event.getY();
        });
        stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragAxis);
        stage.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            TrendAxes.Axis axis = stage.axisAt(event.getX(), event.getY());
            if (axis != null && event.getClickCount() == 2) {
                model.setAxis(axis.unit(), axis.range().automatic());
            }
        });
        chart.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        chart.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private double width() {
        return Math.max(1, plot.getWidth());
    }

    private double height() {
        return Math.max(1, plot.getHeight());
    }

    private void scroll(ScrollEvent event) {
        double across = event.getDeltaX();
        double along = event.getDeltaY();
        if (Math.abs(across) > Math.abs(along)) {
            model.pan(-across / width());
        } else if (along != 0) {
            model.zoom(Math.pow(ZOOM_STEP, -along / NOTCH), stage.timeAt(event.getX()));
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        fromX = event.getX();
        fromY = event.getY();
        dragFrom = model.window();
        boxing = event.isShiftDown() && event.getButton() == MouseButton.PRIMARY;
        held = null;
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double share = (fromX - event.getX()) / width();
        if (boxing) {
            stage.setBox(fromX, fromY, within(event.getX(), width()), within(event.getY(), height()), true);
        } else if (share != 0) {
            model.panTo(dragFrom.panned(share));
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (boxing) {
            boxing = false;
            stage.setBox(0, 0, 0, 0, false);
            double toX = within(event.getX(), width());
            double toY = within(event.getY(), height());
            if (Math.abs(toX - fromX) >= LEAST_BOX && Math.abs(toY - fromY) >= LEAST_BOX) {
                long from = stage.timeAt(Math.min(fromX, toX));
                long to = Math.max(from + TimeWindow.MIN_SPAN, stage.timeAt(Math.max(fromX, toX)));
                double bottom = 1 - Math.max(fromY, toY) / height();
                double top = 1 - Math.min(fromY, toY) / height();
                model.zoomInto(new TimeWindow(from, to), stage.axes().axes(), bottom, top);
            }
            event.consume();
        }
    }

    private static double within(double at, double size) {
        return Math.clamp(at, 0, size);
    }

    private void scrollAxis(ScrollEvent event) {
        TrendAxes.Axis axis = stage.axisAt(event.getX(), event.getY());
        if (axis != null && event.getDeltaY() != 0) {
            double factor = Math.pow(ZOOM_STEP, -event.getDeltaY() / NOTCH);
            double at = 1 - (event.getY() - plot.getLayoutY()) / height();
            model.stretch(axis, at - at * factor, at + (1 - at) * factor);
            event.consume();
        }
    }

    private void dragAxis(MouseEvent event) {
        TrendAxes.Axis axis = held;
        if (axis != null && event.getButton() == MouseButton.PRIMARY) {
            double share = (event.getY() - fromY) / height();
            fromY = event.getY();
            model.stretch(axis, share, 1 + share);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        Runnable export = onExport;
        if (event.isShortcutDown() && event.getCode() == KeyCode.E && export != null) {
            export.run();
            event.consume();
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.pan(-PAN_STEP);
            case RIGHT -> model.pan(PAN_STEP);
            case UP -> model.shiftAxes(stage.axes().axes(), PAN_STEP);
            case DOWN -> model.shiftAxes(stage.axes().axes(), -PAN_STEP);
            case HOME -> model.toOldest();
            case END -> model.follow();
            case SPACE -> model.togglePause();
            case R -> model.reset();
            case L -> model.toggleLimits();
            case B -> model.nextEarlier();
            case M -> note();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void note() {
        Consumer<Instant> handler = onNote;
        if (handler != null) {
            handler.accept(Instant.ofEpochMilli(reading()));
        }
    }

    /** Where the reading line stands; the middle of the window when it is nowhere in it. */
    private long reading() {
        Instant at = model.cursorProperty().get();
        TimeWindow window = model.window();
        return at != null && window.contains(at.toEpochMilli()) ? at.toEpochMilli() : window.from() + window.span() / 2;
    }

    /** Plus and minus by character, since their keys differ from country to country. */
    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if ("+".equals(event.getCharacter()) || "=".equals(event.getCharacter())) {
            model.zoom(1 / ZOOM_STEP, reading());
            event.consume();
        } else if ("-".equals(event.getCharacter())) {
            model.zoom(ZOOM_STEP, reading());
            event.consume();
        }
    }
}
