package com.prosynchub.ui.kit.chart;

import javafx.scene.layout.Region;
import javafx.stage.Window;

/** A line without axes, the height of a table row, drawn into pixels; its newest value has a dot. FX thread. */
public final class Sparkline extends Region {
    private final PlotSurface surface = new PlotSurface();
    private final ChartPalette palette = new ChartPalette(this::requestLayout);
    private final CoverageMask mask = new CoverageMask();
    private double[] values = new double[0];

    public Sparkline() {
        getStyleClass().add("psh-sparkline");
        getChildren().addAll(palette, surface.view());
    }

    /** Shows values at equal distances, oldest first; NaN is a gap. The array stays the caller's. */
    public Sparkline show(double... newValues) {
        values = newValues.clone();
        requestLayout();
        return this;
    }

    @Override
    protected void layoutChildren() {
        Window window = getScene() == null ? null : getScene().getWindow();
        double scale = window == null ? 1 : Math.max(1, window.getRenderScaleX());
        PlotFrame frame = surface.frame(Math.max(1, getWidth()), Math.max(1, getHeight()), scale);
        ChartColors colors = palette.colors();
        // Transparent ground: rows have several colours.
        frame.fill(0);
        mask.reset(frame.width(), frame.height());
        draw(frame, scale);
        mask.paintOver(frame.pixels(), colors.ink());
        surface.show();
    }

    private void draw(PlotFrame frame, double scale) {
        Extent extent = new Extent();
        for (double value : values) {
            extent.add(value);
        }
        if (extent.isEmpty()) {
            return;
        }
        double inset = 3 * scale;
        double span = extent.max() > extent.min() ? extent.max() - extent.min() : 1;
        double stepX = (frame.width() - 2 * inset) / Math.max(1, values.length - 1);
        double height = frame.height() - 2 * inset;
        for (int i = 0; i < values.length; i++) {
            double x = inset + i * stepX;
            double y = inset + height - (values[i] - extent.min()) / span * height;
            if (i > 0 && !Double.isNaN(values[i]) && !Double.isNaN(values[i - 1])) {
                double before = inset + height - (values[i - 1] - extent.min()) / span * height;
                mask.line(x - stepX, before, x, y, 1.2 * scale);
            }
            if (i == values.length - 1 && !Double.isNaN(values[i])) {
                mask.dot(x, y, 2 * scale);
            }
        }
    }
}
