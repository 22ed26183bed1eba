package com.prosynchub.ui.kit.control;

import com.prosynchub.model.metric.MetricLimits;
import java.math.BigDecimal;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Where a value stands among its limits: a small track with the acceptable band, the limits as ticks, the value as a mark. */
public final class LimitBar extends Region {
    private static final double ROOM = 0.12;

    private final Region track = part("psh-limit-track");
    private final Region band = part("psh-limit-band");
    private final Region beyondWarning = part("psh-limit-beyond-warning");
    private final Region beyondCritical = part("psh-limit-beyond-critical");
    private final Region warning = part("psh-limit-warning");
    private final Region critical = part("psh-limit-critical");
    private final Region mark = part("psh-limit-value");
    private double value = Double.NaN;
    private MetricLimits limits = MetricLimits.NONE;
    private double low;
    private double high = 1;

    public LimitBar() {
        getStyleClass().add("psh-limit-bar");
        getChildren().addAll(track, band, beyondWarning, beyondCritical, warning, critical, mark);
    }

    /** Shows a value, NaN for none. Without limits there is nothing to show. */
    public LimitBar show(double newValue, MetricLimits newLimits) {
        value = newValue;
        limits = newLimits;
        double[] known = Stream.of(limits.min(), limits.max(), limits.warning(), limits.critical())
                .filter(limit -> limit != null)
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
        double[] all = DoubleStream.concat(DoubleStream.of(known), DoubleStream.of(value))
                .filter(Double::isFinite)
                .toArray();
        setVisible(known.length > 0);
        low = DoubleStream.of(all).min().orElse(0);
        high = DoubleStream.of(all).max().orElse(1);
        double span = high > low ? high - low : Math.max(1, Math.abs(high));
        low -= span * (limits.min() == null && limits.highSide() ? 0.5 : ROOM);
        high += span * ROOM;
        Grade.of(limits.severityOf(value)).dress(this);
        requestLayout();
        return this;
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.rint(getHeight() / 2);
        place(track, 0, getWidth(), middle, 4);
        double from = limits.min() == null ? 0 : x(limits.min());
        double to = limits.max() == null ? getWidth() : x(limits.max());
        place(band, from, to, middle, 4);
        boolean highSide = limits.highSide();
        double edge = highSide ? getWidth() : 0;
        place(beyondWarning, limits.warning() == null ? edge : x(limits.warning()), edge, middle, 4);
        place(beyondCritical, limits.critical() == null ? edge : x(limits.critical()), edge, middle, 4);
        tick(warning, limits.warning(), middle);
        tick(critical, limits.critical(), middle);
        mark.setVisible(Double.isFinite(value));
        double at = x(value);
        mark.resizeRelocate(Math.rint(at) - 2, middle - 7, 4, 14);
    }

    private void tick(Region region, @Nullable BigDecimal limit, double middle) {
        region.setVisible(limit != null);
        double at = limit == null ? 0 : x(limit);
        region.resizeRelocate(Math.rint(at), middle - 5, 1, 10);
    }

    private static void place(Region region, double a, double b, double middle, double thick) {
        double from = Math.rint(Math.min(a, b));
        region.resizeRelocate(from, middle - thick / 2, Math.rint(Math.max(a, b)) - from, thick);
    }

    private double x(BigDecimal at) {
        return x(at.doubleValue());
    }

    private double x(double at) {
        return Double.isFinite(at) ? Math.clamp((at - low) / (high - low), 0, 1) * getWidth() : 0;
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setManaged(false);
        return region;
    }
}
