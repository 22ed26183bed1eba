package com.prosynchub.ui.kit.chart;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Plain mouse and keys of a trend chart. Wheel zooms at the pointer, dragging pans, a double click goes back to live. Left and
 * Right pan, plus and minus zoom, Home and End go to the oldest and newest, Space pauses, R goes live, L switches limits. FX
 * thread.
 */
final class TrendGestures {
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.1;
    private static final double NOTCH = 40;

    private final TrendModel model;
    private final Node plot;
    private double dragFromX;
    private TimeWindow dragFrom;

    TrendGestures(TrendModel model, Node plot) {
        this.model = model;
        this.plot = plot;
        this.dragFrom = model.window();
    }

    void install(Node chart) {
        plot.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            chart.requestFocus();
            dragFromX = event.getX();
            dragFrom = model.window();
        });
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.reset();
            }
        });
        plot.addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.cursorProperty()
                .set(Instant.ofEpochMilli(timeAt(event.getX()))));
        plot.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> model.cursorProperty().set(null));
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        chart.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private long timeAt(double x) {
        TimeWindow window = model.window();
        return window.from() + Math.round(x / width() * window.span());
    }

    private double width() {
        return Math.max(1, plot.getLayoutBounds().getWidth());
    }

    private void scroll(ScrollEvent event) {
        double across = event.getDeltaX();
        double along = event.getDeltaY();
        if (Math.abs(across) > Math.abs(along)) {
            model.pan(-across / width());
        } else if (along != 0) {
            model.zoom(Math.pow(ZOOM_STEP, -along / NOTCH), timeAt(event.getX()));
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            double share = (dragFromX - event.getX()) / width();
            if (share != 0) {
                model.panTo(dragFrom.panned(share));
            }
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.pan(-PAN_STEP);
            case RIGHT -> model.pan(PAN_STEP);
            case HOME -> model.toOldest();
            case END -> model.follow();
            case SPACE -> model.togglePause();
            case R -> model.reset();
            case L -> model.toggleLimits();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Plus and minus by character, since their keys differ from country to country. */
    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if ("+".equals(event.getCharacter()) || "=".equals(event.getCharacter())) {
            zoomIn();
            event.consume();
        } else if ("-".equals(event.getCharacter())) {
            zoomOut();
            event.consume();
        }
    }

    private void zoomIn() {
        zoom(1 / ZOOM_STEP);
    }

    private void zoomOut() {
        zoom(ZOOM_STEP);
    }

    private void zoom(double factor) {
        Instant at = model.cursorProperty().get();
        TimeWindow window = model.window();
        boolean reading = at != null && window.contains(at.toEpochMilli());
        model.zoom(factor, reading && at != null ? at.toEpochMilli() : window.from() + window.span() / 2);
    }
}
