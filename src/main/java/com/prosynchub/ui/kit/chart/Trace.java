package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** One line of a chart: what it is called, what it is measured in, its limits and its samples. FX thread. */
public final class Trace {
    /** A distance of more than this many expected intervals is a gap. */
    public static final double GAP_FACTOR = 3;

    /** A newest sample older than this many expected intervals is stale. */
    public static final double STALE_FACTOR = 2;

    private final String id;
    private final String name;
    private final String unit;
    private final int decimals;
    private final TraceSeries series = new TraceSeries();
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private MetricLimits limits = MetricLimits.NONE;
    private Duration interval = Duration.ZERO;

    /**
     * @param id stable in its chart
     * @param unit traces of one unit share an axis; may be empty
     * @param decimals fixed decimals of its values
     */
    public Trace(String id, String name, String unit, int decimals) {
        this.id = id;
        this.name = name;
        this.unit = unit;
        this.decimals = decimals;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public int decimals() {
        return decimals;
    }

    public TraceSeries series() {
        return series;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }

    public boolean isVisible() {
        return visible.get();
    }

    public MetricLimits limits() {
        return limits;
    }

    public Trace setLimits(MetricLimits newLimits) {
        limits = newLimits;
        return this;
    }

    /** The expected distance of samples; zero when it is not known, and then nothing is a gap or stale. */
    public Duration interval() {
        return interval;
    }

    /** Sets the expected distance of samples. History thinned out to wider steps needs the wider distance. */
    public Trace setInterval(Duration expected) {
        interval = expected;
        return this;
    }

    /** Milliseconds between two samples from which the line is broken. */
    long gapMillis() {
        return interval.isZero() ? Long.MAX_VALUE : Math.round(interval.toMillis() * GAP_FACTOR);
    }

    /** Whether the newest sample is too old at {@code now}, in milliseconds since the epoch, to count as current. */
    public boolean isStale(long now) {
        return !interval.isZero()
                && !series.isEmpty()
                && now - series.newestTime() > interval.toMillis() * STALE_FACTOR;
    }
}
