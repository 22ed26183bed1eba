package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.theme.Styles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One line per trace: colour, name, newest value with unit and age, and least, greatest and mean of what is in view. Pressing
 * a name switches its trace on and off; pointing at it brings its limits. FX thread.
 */
final class TrendLegend extends ScrollPane {
    private final Formats formats;
    private final Runnable onToggle;
    private final Consumer<@Nullable Trace> onPoint;
    private final GridPane grid = new GridPane();
    private final FlowPane line = new FlowPane();
    private final List<Row> rows = new ArrayList<>();
    private List<TrendAxes.View> shown = List.of();
    private boolean compact;

    TrendLegend(Formats formats, Runnable onToggle, Consumer<@Nullable Trace> onPoint) {
        this.formats = formats;
        this.onToggle = onToggle;
        this.onPoint = onPoint;
        getStyleClass().add("psh-trend-legend");
        grid.getStyleClass().add("psh-trend-legend-grid");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        line.getStyleClass().add("psh-trend-legend-line");
        line.setMinWidth(0);
        setContent(grid);
        // The skin keeps a picture of what it scrolls, which every new figure would make anew.
        skinProperty().subscribe(skin -> {
            Node port = lookup(".viewport");
            if (port != null) {
                port.setCache(false);
            }
        });
        columns();
    }

    /** Where there is little room: names and newest values in a line, age only of those that are stale. */
    void setCompact(boolean on) {
        if (on != compact) {
            compact = on;
            setContent(on ? line : grid);
            shown = List.of();
        }
    }

    /** The style class of the colour at a place. */
    static String colourClass(int colour) {
        return "psh-trace-" + (colour % ChartPalette.TRACES + 1);
    }

    /** Gives the rows their figures; whether there are other rows than before, which need other room. */
    boolean update(List<TrendAxes.View> views, long now) {
        boolean other = !shows(views);
        if (other) {
            rebuild(views);
            shown = views;
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).update(views.get(i), now);
        }
        return other;
    }

    private boolean shows(List<TrendAxes.View> views) {
        boolean same = views.size() == shown.size();
        for (int i = 0; same && i < views.size(); i++) {
            same = views.get(i).trace() == shown.get(i).trace();
        }
        return same;
    }

    private void columns() {
        grid.getColumnConstraints().add(new ColumnConstraints());
        for (int i = 0; i < 6; i++) {
            ColumnConstraints figures = new ColumnConstraints();
            figures.setHalignment(i == 1 ? HPos.LEFT : HPos.RIGHT);
            figures.setMinWidth(Region.USE_PREF_SIZE);
            grid.getColumnConstraints().add(figures);
        }
    }

    private void rebuild(List<TrendAxes.View> views) {
        Messages kit = Messages.kit();
        grid.getChildren().clear();
        line.getChildren().clear();
        rows.clear();
        if (compact) {
            for (TrendAxes.View view : views) {
                Row row = new Row(view);
                rows.add(row);
                line.getChildren().add(row.inLine());
            }
            return;
        }
        int column = 4;
        for (String key : List.of("chart.min", "chart.max", "chart.mean")) {
            Label head = new Label(kit.text(key));
            head.getStyleClass().add(Styles.CAPTION);
            grid.add(head, column++, 0);
        }
        for (TrendAxes.View view : views) {
            Row row = new Row(view);
            rows.add(row);
            grid.addRow(rows.size(), row.name, row.value, row.unit, row.age, row.least, row.most, row.mean);
        }
    }

    private final class Row {
        private final ToggleButton name = new ToggleButton();
        private final Label value = figure("psh-trend-legend-value");
        private final Label unit = figure(Styles.MUTED);
        private final Label age = figure("psh-trend-legend-age");
        private final Region hatch = new Region();
        private final Label least = figure(Styles.MUTED);
        private final Label most = figure(Styles.MUTED);
        private final Label mean = figure(Styles.MUTED);

        private Row(TrendAxes.View view) {
            Trace trace = view.trace();
            Region swatch = new Region();
            swatch.getStyleClass().addAll("psh-trend-swatch", colourClass(view.colour()));
            name.setText(trace.name());
            name.setGraphic(swatch);
            name.setSelected(trace.isVisible());
            name.getStyleClass().addAll(Styles.FLAT, "psh-trend-legend-name");
            name.setOnAction(event -> {
                trace.visibleProperty().set(name.isSelected());
                onToggle.run();
            });
            name.hoverProperty().subscribe(over -> onPoint.accept(over ? trace : null));
            unit.setText(trace.unit());
            hatch.getStyleClass().addAll("psh-trend-hatch", "psh-stale-hatch");
        }

        private HBox inLine() {
            HBox box = new HBox(name, value, unit, age);
            box.getStyleClass().add("psh-trend-legend-item");
            // A long name gives way; a figure that lost its end would be another figure.
            box.maxWidthProperty().bind(line.widthProperty());
            return box;
        }

        private void update(TrendAxes.View view, long now) {
            Trace trace = view.trace();
            TraceSeries series = trace.series();
            boolean stale = series.isEmpty() || trace.isStale(now);
            int newest = trace.newest(now);
            value.setText(newest < 0 ? Formats.NONE : number(series.value(newest), trace.decimals()));
            String since = newest < 0 ? Formats.NONE : formats.age(Instant.ofEpochMilli(series.time(newest)));
            age.setText(stale && newest >= 0 ? Messages.kit().text("chart.stale", since) : since);
            age.setGraphic(stale && newest >= 0 ? hatch : null);
            age.setVisible(!compact || stale);
            age.setManaged(!compact || stale);
            StyleSwap.set(value, "psh-stale", stale);
            StyleSwap.set(age, "psh-stale", stale);
            Extent extent = view.extent();
            least.setText(extent.isEmpty() ? Formats.NONE : number(extent.min(), trace.decimals()));
            most.setText(extent.isEmpty() ? Formats.NONE : number(extent.max(), trace.decimals()));
            mean.setText(extent.isEmpty() ? Formats.NONE : number(extent.mean(), trace.decimals()));
        }

        private String number(double number, int decimals) {
            return Figures.value(formats, number, decimals);
        }

        private static Label figure(String styleClass) {
            Label label = new Label();
            label.getStyleClass().add(styleClass);
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }
    }
}
