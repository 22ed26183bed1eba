package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.text.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * The reading line: a hairline at an instant and what every visible trace had there. Its rows are kept and only given new
 * figures. Lets the mouse through. FX thread.
 */
final class TrendCrosshair extends Pane {
    private static final double APART = 12;

    private final Formats formats;
    private final Line line = new Line();
    private final Label time = new Label();
    private final GridPane box = new GridPane();
    private final List<Row> rows = new ArrayList<>();
    private List<TrendAxes.View> shown = List.of();

    TrendCrosshair(Formats formats) {
        this.formats = formats;
        setMouseTransparent(true);
        setManaged(false);
        line.getStyleClass().add("psh-trend-cursor");
        line.setManaged(false);
        box.getStyleClass().add("psh-trend-readout");
        box.setManaged(false);
        time.getStyleClass().add("psh-trend-readout-time");
        getChildren().addAll(line, box);
        setVisible(false);
    }

    /** Reads at an instant; null takes the line away. */
    void read(
            @Nullable Instant at,
            PlotTime where,
            double scale,
            List<TrendAxes.View> views,
            double width,
            double height) {
        double x = at == null ? -1 : where.x(at.toEpochMilli()) / scale;
        boolean seen = at != null && x >= 0 && x <= width;
        setVisible(seen);
        if (at == null || !seen) {
            return;
        }
        arrange(views);
        resize(width, height);
        line.setStartX(Math.floor(x) + 0.5);
        line.setEndX(Math.floor(x) + 0.5);
        line.setStartY(0);
        line.setEndY(height);
        time.setText(formats.absolute(at));
        for (Row row : rows) {
            row.read(at.toEpochMilli(), where, scale, width, height);
        }
        box.applyCss();
        box.autosize();
        box.layout();
        double left = x + APART + box.getWidth() > width ? x - APART - box.getWidth() : x + APART;
        box.relocate(Math.clamp(Math.rint(left), 0, Math.max(0, width - box.getWidth())), 8);
    }

    private void arrange(List<TrendAxes.View> views) {
        if (views == shown) {
            return;
        }
        shown = views;
        box.getChildren().setAll(time);
        GridPane.setConstraints(time, 0, 0, 4, 1);
        rows.forEach(row -> getChildren().remove(row.dot));
        rows.clear();
        for (TrendAxes.View view : views) {
            if (view.trace().isVisible()) {
                Row row = new Row(view);
                rows.add(row);
                box.addRow(rows.size(), row.swatch, row.name, row.figure, row.unit);
                getChildren().add(1, row.dot);
            }
        }
    }

    private final class Row {
        private final TrendAxes.View view;
        private final Region swatch = new Region();
        private final Label name = new Label();
        private final Label figure = new Label();
        private final Label unit = new Label();
        private final Circle dot = new Circle(4);

        private Row(TrendAxes.View view) {
            this.view = view;
            String colour = TrendLegend.colourClass(view.colour());
            swatch.getStyleClass().addAll("psh-trend-swatch", colour);
            name.setText(view.trace().name());
            figure.getStyleClass().add("psh-trend-readout-value");
            unit.getStyleClass().add("psh-muted");
            unit.setText(view.trace().unit());
            dot.getStyleClass().addAll("psh-trend-dot", colour);
            dot.setManaged(false);
        }

        private void read(long at, PlotTime where, double scale, double width, double height) {
            TraceSeries series = view.trace().series();
            int index = nearest(series, at, view.trace().gapMillis());
            double value = index < 0 ? Double.NaN : series.value(index);
            String text = Figures.value(formats, value, view.trace().decimals());
            if (index >= 0 && series.samples(index) > 1) {
                // A stretch of time has no single value: its mean, and between what it moved.
                text = text + "  "
                        + Figures.value(formats, series.low(index), view.trace().decimals()) + "…"
                        + Figures.value(
                                formats, series.high(index), view.trace().decimals());
            }
            figure.setText(text);
            double x = index < 0 ? -1 : where.x(series.time(index)) / scale;
            double y = Double.isNaN(value) ? -1 : view.scale().y(value, height);
            dot.setVisible(x >= 0 && x <= width && y >= 0 && y <= height);
            dot.setCenterX(x);
            dot.setCenterY(y);
            // Shown during layout: without this the first frame would show it unstyled.
            dot.applyCss();
        }
    }

    /** The sample nearest in time unless it is a gap away; -1 where the trace has a gap. */
    static int nearest(TraceSeries series, long at, long gapMillis) {
        int after = series.indexAtOrAfter(at);
        int before = after - 1;
        long toAfter = after < series.size() ? series.time(after) - at : Long.MAX_VALUE;
        long toBefore = before >= 0 ? at - series.time(before) : Long.MAX_VALUE;
        if (Math.min(toAfter, toBefore) == Long.MAX_VALUE) {
            return -1;
        }
        boolean insideGap = toAfter != Long.MAX_VALUE
                && toBefore != Long.MAX_VALUE
                && !Joints.joined(series, before, after, gapMillis);
        boolean afterLast = toAfter == Long.MAX_VALUE && toBefore > gapMillis;
        boolean beforeFirst = toBefore == Long.MAX_VALUE && toAfter > gapMillis;
        boolean onSample = Math.min(toAfter, toBefore) == 0;
        if ((insideGap || afterLast || beforeFirst) && !onSample) {
            return -1;
        }
        return toAfter < toBefore ? after : before;
    }
}
