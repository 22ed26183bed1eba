package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The markers along the bottom of a plot, each a shape with a letter. Those that would cover one another become one with a
 * figure, which offers them in a menu. Pooled; FX thread.
 */
final class TrendMarkers extends Pane {
    /** Width and height of a marker. */
    static final double SIZE = 18;

    /** How many are named when the pointer rests on a heap. */
    private static final int NAMED = 8;

    private final Formats formats;
    private final List<Mark> pool = new ArrayList<>();
    private Consumer<ChartMarker> onPress = marker -> {};

    TrendMarkers(Formats formats) {
        this.formats = formats;
        setManaged(false);
        setPickOnBounds(false);
    }

    void setOnPress(Consumer<ChartMarker> handler) {
        onPress = handler;
    }

    /** Markers that share one place. */
    record Heap(double x, List<ChartMarker> markers) {}

    /** Gathers markers that would cover the first of a heap; they are {@code size} wide. */
    static List<Heap> heaps(List<ChartMarker> sorted, PlotTime time, double scale, double width, double size) {
        List<Heap> heaps = new ArrayList<>();
        List<ChartMarker> open = new ArrayList<>();
        double first = Double.NEGATIVE_INFINITY;
        for (ChartMarker marker : sorted) {
            double x = middle(marker, time) / scale;
            if (x < 0 || x > width) {
                continue;
            }
            if (x - first >= size + 2 && !open.isEmpty()) {
                heaps.add(new Heap(first, List.copyOf(open)));
                open.clear();
            }
            if (open.isEmpty()) {
                first = x;
            }
            open.add(marker);
        }
        if (!open.isEmpty()) {
            heaps.add(new Heap(first, List.copyOf(open)));
        }
        return heaps;
    }

    void show(List<ChartMarker> markers, PlotTime time, double scale, double width, double height, double em) {
        if (markers.isEmpty() && pool.isEmpty()) {
            return;
        }
        resize(width, height);
        List<ChartMarker> sorted = markers.stream()
                .sorted(Comparator.comparingDouble(marker -> middle(marker, time)))
                .toList();
        double size = SIZE * em;
        List<Heap> heaps = heaps(sorted, time, scale, width, size);
        while (pool.size() < heaps.size()) {
            Mark mark = new Mark();
            pool.add(mark);
            getChildren().add(mark);
        }
        for (int i = 0; i < pool.size(); i++) {
            Mark mark = pool.get(i);
            mark.setVisible(i < heaps.size());
            if (i < heaps.size()) {
                mark.show(heaps.get(i).markers());
                double x = Math.clamp(heaps.get(i).x() - size / 2, 0, Math.max(0, width - size));
                mark.resizeRelocate(Math.rint(x), Math.rint(height - size - 2), size, size);
            }
        }
    }

    private static double middle(ChartMarker marker, PlotTime time) {
        double from = time.x(marker.at().toEpochMilli());
        return marker.until() == null ? from : (from + time.x(marker.until().toEpochMilli())) / 2;
    }

    private String line(ChartMarker marker) {
        String name = Messages.kit().text(marker.kind().nameKey());
        return Messages.kit().text("chart.marker", formats.dateTime(marker.at()), name, marker.text());
    }

    private final class Mark extends Button {
        private List<ChartMarker> markers = List.of();
        private final Tooltip tip = new Tooltip();

        private Mark() {
            setManaged(false);
            setFocusTraversable(false);
            setMnemonicParsing(false);
            setTooltip(tip);
            setOnAction(event -> press());
        }

        private void show(List<ChartMarker> now) {
            if (now.equals(markers)) {
                return;
            }
            markers = now;
            ChartMarker first = now.getFirst();
            boolean one = now.size() == 1;
            boolean sameKind = now.stream().allMatch(marker -> marker.kind() == first.kind());
            setText(one ? Messages.kit().text(first.kind().letterKey()) : formats.number(now.size()));
            getStyleClass().setAll("psh-trend-marker", shape(sameKind ? first.kind() : null));
            String named =
                    now.stream().limit(NAMED).map(TrendMarkers.this::line).collect(Collectors.joining("\n"));
            String rest = now.size() > NAMED
                    ? "\n" + Messages.kit().text("chart.marker.more", formats.number(now.size() - NAMED))
                    : "";
            tip.setText(named + rest);
            setAccessibleText(tip.getText());
        }

        private void press() {
            if (markers.size() == 1) {
                onPress.accept(markers.getFirst());
                return;
            }
            ContextMenu menu = new ContextMenu();
            for (ChartMarker marker : markers) {
                MenuItem item = new MenuItem(line(marker));
                item.setMnemonicParsing(false);
                item.setOnAction(event -> onPress.accept(marker));
                menu.getItems().add(item);
            }
            menu.show(this, Side.TOP, 0, 0);
        }

        private static String shape(ChartMarker.@Nullable Kind kind) {
            return kind == null
                    ? "psh-marker-mixed"
                    : switch (kind) {
                        case LIMIT -> "psh-marker-limit";
                        case WORK_ORDER -> "psh-marker-order";
                        case NOTE -> "psh-marker-note";
                        case HOLE -> "psh-marker-hole";
                    };
        }
    }
}
