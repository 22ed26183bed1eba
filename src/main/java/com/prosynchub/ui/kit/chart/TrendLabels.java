package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The figures along the axes and at the limits, as pooled labels that are moved instead of made anew. FX thread. */
final class TrendLabels extends Pane {
    private final Formats formats;
    private final List<Label> pool = new ArrayList<>();
    private final double[] places = new double[4];
    private int used;
    private int named;

    TrendLabels(Formats formats) {
        this.formats = formats;
        setMouseTransparent(true);
        setManaged(false);
    }

    void begin() {
        used = 0;
    }

    void end() {
        for (int i = used; i < pool.size(); i++) {
            pool.get(i).setVisible(false);
        }
    }

    /** Marks of one value axis; {@code x} is its edge towards the plot. */
    void values(TrendAxes.Axis axis, double x, boolean left, double top, double height, double em) {
        String colour = axis.shared() ? "psh-trend-unit" : TrendLegend.colourClass(axis.colour());
        HPos side = left ? HPos.RIGHT : HPos.LEFT;
        double free = Double.POSITIVE_INFINITY;
        for (double tick : axis.scale().ticks()) {
            double y = top + axis.scale().y(tick, height);
            if (y > top + 18 * em && y < top + height + 6 && y < free) {
                put(Figures.mark(formats, tick, axis.scale()), "psh-trend-axis", x, y, side);
                free = y - 16 * em;
            }
        }
        String unit = axis.unit().isEmpty() ? "1" : axis.unit();
        String head = axis.range().logarithmic() ? Messages.kit().text("chart.axis.log", unit) : axis.unit();
        put(head, colour, x, top + 2, side);
    }

    /** Marks of the time axis below the plot. */
    void times(
            List<TimeTicks.Tick> ticks, PlotTime time, double scale, double left, double top, double width, double em) {
        double free = Double.NEGATIVE_INFINITY;
        double freeDate = Double.NEGATIVE_INFINITY;
        boolean dated = false;
        for (int i = 0; i < ticks.size(); i++) {
            TimeTicks.Tick tick = ticks.get(i);
            double x = time.x(tick.time()) / scale;
            if (x < 0 || x > width) {
                continue;
            }
            Label label = put(tick.label(), "psh-trend-axis", left + x, top + 9 * em, HPos.CENTER);
            if (label.getLayoutX() < free) {
                label.setVisible(false);
            } else {
                free = label.getLayoutX() + label.getWidth() + 8;
            }
            if (tick.date() || !dated) {
                Label date = put(tick.dateLabel(), "psh-trend-date", left + x, top + 24 * em, HPos.CENTER);
                date.setVisible(date.getLayoutX() >= freeDate);
                freeDate = date.getLayoutX() + date.getWidth() + 8;
                dated = true;
            }
        }
    }

    /** Names of the limit lines that hold now, at the right end inside the plot. */
    void limits(Trace trace, ValueScale scale, double right, double top, double height, double em) {
        MetricLimits limits = trace.limits();
        named = 0;
        // The worst first: where two would lie on each other, the lesser one goes without its name.
        limit("chart.limit.critical", limits.critical(), trace, scale, right, top, height, em);
        limit("chart.limit.max", limits.max(), trace, scale, right, top, height, em);
        limit("chart.limit.min", limits.min(), trace, scale, right, top, height, em);
        limit("chart.limit.warning", limits.warning(), trace, scale, right, top, height, em);
    }

    private void limit(
            String key,
            @Nullable BigDecimal value,
            Trace trace,
            ValueScale scale,
            double right,
            double top,
            double height,
            double em) {
        if (value != null && value.doubleValue() > scale.min() && value.doubleValue() < scale.max()) {
            double y = Math.max(top + 8 * em, top + scale.y(value.doubleValue(), height) - 9 * em);
            for (int i = 0; i < named; i++) {
                if (Math.abs(places[i] - y) < 15 * em) {
                    return;
                }
            }
            places[named++] = y;
            String text = Messages.kit().text(key, Figures.value(formats, value.doubleValue(), trace.decimals()));
            put(text, "psh-trend-limit", right - 6, y, HPos.RIGHT);
        }
    }

    /** Puts a text with its anchor at {@code x} and its middle at {@code y}. */
    private Label put(String text, String styleClass, double x, double y, HPos anchor) {
        if (used == pool.size()) {
            Label fresh = new Label();
            fresh.setManaged(false);
            pool.add(fresh);
            getChildren().add(fresh);
        }
        Label label = pool.get(used++);
        label.setVisible(true);
        boolean restyled = !label.getStyleClass().getLast().equals(styleClass);
        if (restyled) {
            label.getStyleClass().setAll("label", styleClass);
        }
        // Most labels only move from frame to frame; measuring text is what costs.
        if (restyled || !text.equals(label.getText()) || !label.getFont().equals(label.getUserData())) {
            label.setText(text);
            label.applyCss();
            label.autosize();
            label.setUserData(label.getFont());
        }
        double shift =
                switch (anchor) {
                    case LEFT -> 0;
                    case CENTER -> -label.getWidth() / 2;
                    case RIGHT -> -label.getWidth();
                };
        label.relocate(Math.rint(x + shift), Math.rint(y - label.getHeight() / 2));
        return label;
    }
}
