package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
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
    private final TraceSeries earlier = new TraceSeries();
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private List<LimitStep> limitSteps = List.of();
    private Duration interval = Duration.ZERO;
    private boolean stated;
    private long revision;

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
        visible.subscribe(shown -> revision++);
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

    /** The limits that hold now: those of the last step. */
    public MetricLimits limits() {
        return limitSteps.isEmpty() ? MetricLimits.NONE : limitSteps.getLast().limits();
    }

    /** Limits that held at all times. */
    public Trace setLimits(MetricLimits newLimits) {
        return setLimitSteps(newLimits.equals(MetricLimits.NONE) ? List.of() : List.of(LimitStep.always(newLimits)));
    }

    /** The limits as they were, oldest first. */
    public List<LimitStep> limitSteps() {
        return limitSteps;
    }

    /** Sets the limits as they were, in any order; each is drawn where it held, and the latest is labelled. */
    public Trace setLimitSteps(List<LimitStep> steps) {
        limitSteps = steps.stream()
                .sorted(Comparator.comparingLong(LimitStep::fromMillis))
                .toList();
        revision++;
        return this;
    }

    /** Grows with every change of anything but the samples. */
    long revision() {
        return revision;
    }

    /** The expected distance of samples; zero when it is not known, and then nothing is a gap or stale. */
    public Duration interval() {
        return interval;
    }

    /** Sets the expected distance of samples, as somebody stated it; zero when nobody did. */
    public Trace setInterval(Duration expected) {
        stated = !expected.isZero();
        return interval(expected);
    }

    /** Takes the usual distance of samples for the expected one, unless somebody stated that. */
    void guessInterval(Duration usual) {
        if (!stated && !usual.isZero()) {
            interval(usual);
        }
    }

    private Trace interval(Duration expected) {
        revision += expected.equals(interval) ? 0 : 1;
        interval = expected;
        return this;
    }

    /** Milliseconds between two samples from which the line is broken. */
    long gapMillis() {
        return interval.isZero() ? Long.MAX_VALUE : Math.round(interval.toMillis() * GAP_FACTOR);
    }

    /** The samples of an earlier period, moved to lie under the present one; empty unless that is asked for. */
    public TraceSeries earlier() {
        return earlier;
    }

    void clearEarlier() {
        if (!earlier.isEmpty()) {
            earlier.clear();
        }
    }

    /** Whether the newest sample is too old at {@code now}, in milliseconds since the epoch, to count as current. */
    public boolean isStale(long now) {
        return staleFrom(now) != Long.MAX_VALUE;
    }

    /** The time from which this trace counts as stale at {@code now}; {@link Long#MAX_VALUE} while it is current. */
    long staleFrom(long now) {
        int newest = newest(now);
        if (interval.isZero() || newest < 0) {
            return Long.MAX_VALUE;
        }
        long from = series.time(newest) + Math.round(interval.toMillis() * STALE_FACTOR);
        return from < now ? from : Long.MAX_VALUE;
    }

    /** The newest value at {@code now}; not a number when there is none. */
    double lastValue(long now) {
        int newest = newest(now);
        return newest < 0 ? Double.NaN : series.value(newest);
    }

    /** Index of the newest sample that is not of the future, which a clock gone wrong can bring; -1 if there is none. */
    int newest(long now) {
        int last = series.size() - 1;
        return last < 0 || series.time(last) <= now ? last : series.indexAtOrAfter(now + 1) - 1;
    }
}
