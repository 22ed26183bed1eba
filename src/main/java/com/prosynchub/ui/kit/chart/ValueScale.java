package com.prosynchub.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round marks, even or logarithmic. Immutable.
 *
 * @param min value at the bottom
 * @param max value at the top, greater than {@code min}
 * @param step distance of marks; on a logarithmic axis the number of decades between them, or 0 for marks at 1, 2 and 5
 * @param decimals decimals that the marks need
 * @param logarithmic whether equal distances are equal factors
 */
record ValueScale(double min, double max, double step, int decimals, boolean logarithmic) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double[] DECADE = {1, 2, 5};
    /** Larger values than a double can span are drawn at the edge. */
    private static final double FARTHEST = 5e307;

    private static final int MOST_TICKS = 100;

    ValueScale(double min, double max, double step, int decimals) {
        this(min, max, step, decimals, false);
    }

    /** An even scale that shows {@code low..high} with about {@code ticks} marks and a little room. */
    static ValueScale around(double low, double high, int ticks) {
        double a = Math.clamp(low, -FARTHEST, FARTHEST);
        double b = Math.clamp(high, -FARTHEST, FARTHEST);
        if (!(b - a > Math.max(Math.abs(a), Math.abs(b)) * 1e-12 + 1e-300) || low > high) {
            // One value, or none: a band about it.
            double center = low > high ? 0 : a;
            double room = Math.abs(center) < 1e-290 ? 1 : Math.abs(center) * 0.05;
            a = center - room;
            b = center + room;
        }
        double room = (b - a) * 0.06;
        double step = roundStep((b - a + 2 * room) / Math.max(1, ticks));
        double from = Math.floor((a - room) / step) * step;
        double to = Math.ceil((b + room) / step) * step;
        // Whole steps may waste much of a small chart; half a step is enough room.
        from = a - room > from + step / 2 ? from + step / 2 : from;
        to = b + room < to - step / 2 ? to - step / 2 : to;
        return new ValueScale(from, to, step, decimalsOf(step), false);
    }

    /** A logarithmic scale that shows {@code low..high}, both positive; without any, one decade. */
    static ValueScale logAround(double low, double high, int ticks) {
        boolean some = low > 0 && high >= low;
        double a = some ? round(low / 1.05, false) : 1;
        double b = some ? round(Math.min(high, FARTHEST) * 1.05, true) : 10;
        return between(a, b, true, ticks);
    }

    /** A scale with exactly these ends. */
    static ValueScale between(double low, double high, boolean logarithmic, int ticks) {
        if (!logarithmic || low <= 0) {
            double step = roundStep((high / 2 - low / 2) / Math.max(1, ticks) * 2);
            return new ValueScale(low, high, step, decimalsOf(step), false);
        }
        double decades = Math.log10(high / low);
        double step = decades * DECADE.length <= ticks * 1.5 ? 0 : Math.ceil(decades / Math.max(1, ticks));
        return new ValueScale(low, high, step, 9, true);
    }

    /** This scale if it still fits {@code low..high} well, otherwise a new one: axes must not breathe with every sample. */
    ValueScale keptFor(double low, double high, int ticks) {
        double share = logarithmic ? Math.log(high / low) / Math.log(max / min) : (high - low) / (max - min);
        boolean fits = low >= min && high <= max && share >= 0.4;
        if (!fits) {
            return logarithmic ? logAround(low, high, ticks) : around(low, high, ticks);
        }
        return withTicks(ticks);
    }

    /** The same ends with another number of marks. */
    ValueScale withTicks(int ticks) {
        if (logarithmic) {
            ValueScale wanted = between(min, max, true, ticks);
            return wanted.step == step ? this : wanted;
        }
        double wanted = roundStep((max / 2 - min / 2) / Math.max(1, ticks) * 2);
        return wanted == step ? this : new ValueScale(min, max, wanted, decimalsOf(wanted), false);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            logTicks(ticks);
            return ticks;
        }
        double first = Math.ceil(min / step - 1e-9);
        double last = Math.floor(max / step + 1e-9);
        for (double i = first; i <= last && ticks.size() < MOST_TICKS; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private void logTicks(List<Double> ticks) {
        int every = (int) Math.max(1, step);
        for (int power = (int) Math.floor(Math.log10(min)); ticks.size() < MOST_TICKS; power++) {
            double decade = Math.pow(10, power);
            if (!(decade <= max * (1 + 1e-9))) {
                return;
            }
            for (double part : DECADE) {
                double tick = part * decade;
                boolean marked = step == 0 || (part == 1 && Math.floorMod(power, every) == 0);
                if (marked && tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
    }

    /** Whether a value has a place on this axis at all. */
    boolean holds(double value) {
        return !logarithmic || value > 0;
    }

    /** Distance from the top in pixels for a plot of {@code height} pixels; not a number where a value has no place. */
    double y(double value, double height) {
        if (logarithmic) {
            return value > 0 ? height - Math.log(value / min) / Math.log(max / min) * height : Double.NaN;
        }
        return height - (value - min) / (max - min) * height;
    }

    /** The value at a distance from the top. */
    double value(double y, double height) {
        double share = 1 - y / height;
        return logarithmic ? min * Math.pow(max / min, share) : min + (max - min) * share;
    }

    /** The next rounder value, down or up: 1, 2 or 5 times a power of ten. */
    private static double round(double value, boolean up) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double best = up ? 10 * power : power;
        for (double part : DECADE) {
            double round = part * power;
            if (up ? round >= value && round < best : round <= value && round > best) {
                best = round;
            }
        }
        return best;
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (round * power >= rough * 0.999) {
                return round * power;
            }
        }
        return 10 * power;
    }

    private static int decimalsOf(double step) {
        for (int decimals = 0; decimals < 9; decimals++) {
            double scaled = step * Math.pow(10, decimals);
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6) {
                return decimals;
            }
        }
        return 9;
    }
}
