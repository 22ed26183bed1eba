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

/** The reading line: a hairline at an instant and what every visible trace had there. Lets the mouse through. FX thread. */
final class TrendCrosshair extends Pane {
    private static final double APART = 12;

    private final Formats formats;
    private final Line line = new Line();
    private final GridPane box = new GridPane();
    private final List<Circle> dots = new ArrayList<>();

    TrendCrosshair(Formats formats) {
        this.formats = formats;
        setMouseTransparent(true);
        setManaged(false);
        line.getStyleClass().add("psh-trend-cursor");
        box.getStyleClass().add("psh-trend-readout");
        getChildren().addAll(line, box);
        setVisible(false);
    }

    /** Reads at an instant; null takes the line away. */
    void read(@Nullable Instant at, TimeWindow window, List<TrendAxes.View> views, double width, double height) {
        boolean shown = at != null && window.contains(at.toEpochMilli());
        setVisible(shown);
        getChildren().removeAll(dots);
        dots.clear();
        box.getChildren().clear();
        if (at == null || !shown) {
            return;
        }
        resize(width, height);
        double x = (at.toEpochMilli() - window.from()) * width / window.span();
        line.setStartX(Math.floor(x) + 0.5);
        line.setEndX(Math.floor(x) + 0.5);
        line.setStartY(0);
        line.setEndY(height);
        Label time = new Label(formats.absolute(at));
        time.getStyleClass().add("psh-trend-readout-time");
        box.add(time, 0, 0, 4, 1);
        for (TrendAxes.View view : views) {
            if (view.trace().isVisible()) {
                row(view, at.toEpochMilli(), window, width, height);
            }
        }
        box.applyCss();
        box.autosize();
        double left = x + APART + box.getWidth() > width ? x - APART - box.getWidth() : x + APART;
        box.relocate(Math.max(0, Math.rint(left)), 8);
    }

    private void row(TrendAxes.View view, long at, TimeWindow window, double width, double height) {
        TraceSeries series = view.trace().series();
        int index = nearest(series, at, view.trace().gapMillis());
        double value = index < 0 ? Double.NaN : series.value(index);
        Region swatch = new Region();
        swatch.getStyleClass().addAll("psh-trend-swatch", TrendLegend.colourClass(view.colour()));
        Label figure = new Label(formats.number(value, view.trace().decimals()));
        figure.getStyleClass().add("psh-trend-readout-value");
        Label unit = new Label(view.trace().unit());
        unit.getStyleClass().add("psh-muted");
        box.addRow(box.getRowCount(), swatch, new Label(view.trace().name()), figure, unit);
        if (!Double.isNaN(value)) {
            double x = (series.time(index) - window.from()) * width / window.span();
            double y = view.scale().y(value, height);
            if (x >= 0 && x <= width && y >= 0 && y <= height) {
                Circle dot = new Circle(x, y, 4);
                dot.getStyleClass().addAll("psh-trend-dot", TrendLegend.colourClass(view.colour()));
                dots.add(dot);
                getChildren().add(1, dot);
                // Made during layout: without this the first frame would show it unstyled.
                dot.applyCss();
            }
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
