package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.task.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    /** A remark at an instant. */
    public record Marker(Instant at, String text) {}

    private final InstantSource clock;
    private final List<Trace> traces = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final BooleanProperty limitsShown = new SimpleBooleanProperty(true);
    private ObjectProperty<@Nullable Instant> cursor = new SimpleObjectProperty<>();
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
        return List.copyOf(traces);
    }

    public void setTraces(List<Trace> newTraces) {
        traces.clear();
        traces.addAll(newTraces);
        changed();
    }

    public Optional<Trace> trace(String id) {
        return traces.stream().filter(trace -> trace.id().equals(id)).findFirst();
    }

    public List<Marker> markers() {
        return List.copyOf(markers);
    }

    public void setMarkers(List<Marker> newMarkers) {
        markers.clear();
        markers.addAll(newMarkers);
        changed();
    }

    /** Says that samples, limits or anything else of a trace changed; charts repaint with the next frame. */
    public void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
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

    /** Back to live with the usual span. */
    public void reset() {
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
        changed();
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

    /** Samples of visible traces in the window, and samples held. */
    public SampleCount sampleCount() {
        TimeWindow shown = window();
        long inView = 0;
        long held = 0;
        for (Trace trace : traces) {
            if (trace.isVisible()) {
                inView += trace.series().count(shown);
                held += trace.series().size();
            }
        }
        return new SampleCount(inView, held);
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

    /** How much of what is held is in view. */
    public record SampleCount(long inView, long held) {}

    private void pause(TimeWindow shown) {
        window = shown;
        if (following.get()) {
            pausedAt = now();
            following.set(false);
        }
    }
}
