package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.task.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a trend chart shows: traces, the visible window, whether it follows the newest sample, limits, markers and the cursor.
 * Free of scene types. FX thread.
 *
 * <p>Following means that the window's end is now. Pausing freezes the window; samples go on being taken in, so nothing is
 * lost.
 */
public final class TrendModel {
    /** The span a chart begins with. */
    public static final Duration DEFAULT_SPAN = Duration.ofHours(1);

    private static final int MOST_HOLES = 12;

    private final InstantSource clock;
    private final Map<String, AxisRange> ranges = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final BooleanProperty limitsShown = new SimpleBooleanProperty(true);
    private final ObjectProperty<EarlierPeriod> earlier = new SimpleObjectProperty<>(EarlierPeriod.NONE);
    private final ObjectProperty<@Nullable Instant> silentSince = new SimpleObjectProperty<>();
    private List<Trace> traces = List.of();
    private List<ChartMarker> markers = List.of();
    private List<ChartMarker> given = List.of();
    private List<ChartMarker> holes = List.of();
    private ZoneId zone = ZoneOffset.UTC;
    private ObjectProperty<@Nullable Instant> cursor = new SimpleObjectProperty<>();
    private long revision;
    private long liveSpan = DEFAULT_SPAN.toMillis();
    private long homeSpan = liveSpan;
    private TimeWindow window;
    private long pausedAt = Long.MAX_VALUE;

    public TrendModel(InstantSource clock) {
        this.clock = clock;
        this.window = TimeWindow.ending(clock.millis(), liveSpan);
    }

    /** The traces in the order of their colours; change them through {@link #setTraces}. */
    public List<Trace> traces() {
        return traces;
    }

    public void setTraces(List<Trace> newTraces) {
        traces = List.copyOf(newTraces);
        restructured();
    }

    public Optional<Trace> trace(String id) {
        return traces.stream().filter(trace -> trace.id().equals(id)).findFirst();
    }

    /** What is marked on the time axis. */
    public List<ChartMarker> markers() {
        return markers;
    }

    public void setMarkers(List<ChartMarker> newMarkers) {
        given = List.copyOf(newMarkers);
        gatherMarkers();
    }

    /** Marks a time in which the source did not answer, in addition to the markers that are set; the last dozen are kept. */
    public void addHole(Instant from, Instant until, String text) {
        List<ChartMarker> more = new ArrayList<>(holes);
        more.add(new ChartMarker("hole/" + from.toEpochMilli(), ChartMarker.Kind.HOLE, from, until, text));
        holes = List.copyOf(more.subList(Math.max(0, more.size() - MOST_HOLES), more.size()));
        gatherMarkers();
    }

    private void gatherMarkers() {
        List<ChartMarker> all = new ArrayList<>(given);
        all.addAll(holes);
        markers = List.copyOf(all);
        restructured();
    }

    /** How the axis of a unit is chosen. */
    public AxisRange axis(String unit) {
        return ranges.getOrDefault(unit, AxisRange.AUTO);
    }

    /** Chooses the axis of a unit: even or logarithmic, following what is in view or between two values. */
    public void setAxis(String unit, AxisRange range) {
        ranges.put(unit, range);
        restructured();
    }

    /** All axes follow what is in view again; logarithmic ones stay logarithmic. */
    public void resetAxes() {
        ranges.replaceAll((unit, range) -> range.automatic());
        restructured();
    }

    /** Which earlier period is laid under the present one; whoever fills the chart listens. */
    public ObjectProperty<EarlierPeriod> earlierProperty() {
        return earlier;
    }

    /** None, the same length before, a day before, a week before, and none again. */
    public void nextEarlier() {
        setEarlier(earlier.get().next());
    }

    public void setEarlier(EarlierPeriod period) {
        earlier.set(period);
        restructured();
    }

    /** The site's zone, by which a day before is a day before; a chart sets its own. */
    public ZoneId zone() {
        return zone;
    }

    public void setZone(ZoneId site) {
        zone = site;
    }

    /** Since when the source has not answered; null while it does. A chart says so. */
    public ObjectProperty<@Nullable Instant> silentSinceProperty() {
        return silentSince;
    }

    /** Grows with every change of anything but samples, the window and the cursor. */
    long revision() {
        long sum = revision;
        for (int i = 0; i < traces.size(); i++) {
            sum += traces.get(i).revision();
        }
        return sum;
    }

    private void restructured() {
        revision++;
        changed();
    }

    /** Says that samples, limits or anything else of a trace changed; charts repaint with the next frame. */
    public void changed() {
        // By index: no iterator is left behind ten times a second, and a listener may go while it is told.
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).run();
        }
    }

    /** Is told of every change of what is shown. */
    public Cancellable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The visible window; while following it ends now. */
    public TimeWindow window() {
        if (following.get()) {
            window = TimeWindow.ending(now(), liveSpan);
        }
        return window;
    }

    /** Shows a window and stops following. */
    public void setWindow(TimeWindow shown) {
        pause(shown);
        changed();
    }

    /** Follows with a new span, which is also what "back to live" returns to. */
    public void setSpan(Duration span) {
        homeSpan = Math.clamp(span.toMillis(), TimeWindow.MIN_SPAN, TimeWindow.MAX_SPAN);
        reset();
    }

    /** Back to live with the usual span, on axes that follow what is in view. */
    public void reset() {
        resetAxes();
        liveSpan = homeSpan;
        // Whoever comes back from the past keeps the span of the window, so that it must be the usual one already.
        window = TimeWindow.ending(window.to(), homeSpan);
        follow();
    }

    /** Back to live with the span as it is. */
    public void follow() {
        if (!following.get()) {
            liveSpan = window.span();
        }
        pausedAt = Long.MAX_VALUE;
        following.set(true);
        changed();
    }

    /** Freezes the window, or follows again. */
    public void togglePause() {
        if (following.get()) {
            setWindow(window());
        } else {
            follow();
        }
    }

    /** Moves by a share of the span; reaching the present follows again. */
    public void pan(double share) {
        panTo(window().panned(share));
    }

    /** Moves to a window; one that reaches the present follows. */
    public void panTo(TimeWindow target) {
        if (target.to() >= now()) {
            liveSpan = target.span();
            window = TimeWindow.ending(now(), liveSpan);
            pausedAt = Long.MAX_VALUE;
            following.set(true);
        } else {
            pause(target);
        }
        changed();
    }

    /**
     * Shows a box: its window, and of every axis the part between two heights.
     *
     * @param bottom share of the plot's height from its foot, 0..1
     * @param top share of the plot's height from its foot, above {@code bottom}
     */
    void zoomInto(TimeWindow box, List<TrendAxes.Axis> axes, double bottom, double top) {
        for (TrendAxes.Axis axis : axes) {
            double low = axis.scale().value(1 - bottom, 1);
            double high = axis.scale().value(1 - top, 1);
            if (high > low && Double.isFinite(low) && Double.isFinite(high)) {
                ranges.put(axis.unit(), axis.range().withRange(low, high));
            }
        }
        revision++;
        panTo(box);
    }

    /** Moves every axis by a share of its height, upwards if positive. */
    void shiftAxes(List<TrendAxes.Axis> axes, double share) {
        for (TrendAxes.Axis axis : axes) {
            stretch(axis, share, 1 + share);
        }
        restructured();
    }

    /** Shows the part of an axis between two shares of its height, which may lie beyond its ends. */
    void stretch(TrendAxes.Axis axis, double bottom, double top) {
        double low = axis.scale().value(1 - bottom, 1);
        double high = axis.scale().value(1 - top, 1);
        if (high - low > Math.abs(high) * 1e-9 && Double.isFinite(high - low)) {
            ranges.put(axis.unit(), axis.range().withRange(low, high));
            restructured();
        }
    }

    /** Widens or narrows about an instant; while following the present stays at the right edge. */
    public void zoom(double factor, long about) {
        if (following.get()) {
            liveSpan = window().zoomed(factor, window.to()).span();
        } else {
            pause(window.zoomed(factor, about));
        }
        changed();
    }

    /** Shows everything there is, from the oldest sample on, with the span as it is. */
    public void toOldest() {
        long oldest = traces.stream()
                .mapToLong(trace -> trace.series().oldestTime())
                .min()
                .orElse(Long.MAX_VALUE);
        if (oldest != Long.MAX_VALUE) {
            long span = window().span();
            panTo(new TimeWindow(oldest, oldest + span));
        }
    }

    public boolean isFollowing() {
        return following.get();
    }

    public BooleanProperty followingProperty() {
        return following;
    }

    public BooleanProperty limitsShownProperty() {
        return limitsShown;
    }

    public void toggleLimits() {
        limitsShown.set(!limitsShown.get());
        restructured();
    }

    /** Where the reading line stands; null when it is nowhere. Charts that share it read together. */
    public ObjectProperty<@Nullable Instant> cursorProperty() {
        return cursor;
    }

    /** Reads together with another chart. Call before a chart is made of this model. */
    public void shareCursor(TrendModel other) {
        cursor = other.cursor;
    }

    public long now() {
        return clock.millis();
    }

    /** Samples that came in since pausing; zero while following. */
    public long missed() {
        return pausedAt == Long.MAX_VALUE
                ? 0
                : traces.stream()
                        .filter(Trace::isVisible)
                        .mapToLong(
                                trace -> trace.series().size() - trace.series().indexAtOrAfter(pausedAt + 1))
                        .sum();
    }

    private void pause(TimeWindow shown) {
        window = shown;
        if (following.get()) {
            pausedAt = now();
            following.set(false);
        }
    }
}
