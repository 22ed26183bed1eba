package com.prosynchub.ui.kit.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, from inclusive to exclusive, in milliseconds since the epoch. Immutable.
 *
 * @param from the earlier end
 * @param to the later end, at least one millisecond after {@code from}
 */
public record TimeWindow(long from, long to) {
    /** The narrowest and widest span that zooming reaches. */
    public static final long MIN_SPAN = 1_000;

    public static final long MAX_SPAN = Duration.ofDays(3650).toMillis();

    public TimeWindow {
        if (to <= from) {
            throw new IllegalArgumentException("a window ends after it begins: " + from + ".." + to);
        }
    }

    public static TimeWindow of(Instant from, Instant to) {
        return new TimeWindow(from.toEpochMilli(), to.toEpochMilli());
    }

    /** The span that ends at {@code to}. */
    public static TimeWindow ending(long to, long span) {
        return new TimeWindow(to - span, to);
    }

    public long span() {
        return to - from;
    }

    public boolean contains(long time) {
        return time >= from && time < to;
    }

    /** Moved by a share of its span, later if positive. */
    public TimeWindow panned(double share) {
        return shifted(Math.round(span() * share));
    }

    public TimeWindow shifted(long millis) {
        return new TimeWindow(from + millis, to + millis);
    }

    /** Made wider ({@code factor > 1}) or narrower about an instant that keeps its place. */
    public TimeWindow zoomed(double factor, long about) {
        long span = Math.clamp(Math.round(span() * factor), MIN_SPAN, MAX_SPAN);
        double share = (about - from) / (double) span();
        long start = about - Math.round(span * share);
        return new TimeWindow(start, start + span);
    }

    public Instant start() {
        return Instant.ofEpochMilli(from);
    }

    public Instant end() {
        return Instant.ofEpochMilli(to);
    }
}
