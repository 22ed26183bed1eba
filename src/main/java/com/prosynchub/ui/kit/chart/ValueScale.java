package com.prosynchub.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round marks. Immutable.
 *
 * @param min value at the bottom
 * @param max value at the top, greater than {@code min}
 * @param step distance of marks
 * @param decimals decimals that the marks need
 */
record ValueScale(double min, double max, double step, int decimals) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** A scale that shows {@code low..high} with about {@code ticks} marks and a little room. */
    static ValueScale around(double low, double high, int ticks) {
        double a = low;
        double b = high;
        if (!(b > a)) {
            // One value, or none: a band about it.
            double center = Double.isFinite(a) ? a : 0;
            double room = center == 0 ? 1 : Math.abs(center) * 0.05;
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
        return new ValueScale(from, to, step, decimalsOf(step));
    }

    /** This scale if it still fits {@code low..high} well, otherwise a new one: axes must not breathe with every sample. */
    ValueScale keptFor(double low, double high, int ticks) {
        boolean fits = low >= min && high <= max && high - low >= (max - min) * 0.4;
        if (!fits) {
            return around(low, high, ticks);
        }
        double wanted = roundStep((max - min) / Math.max(1, ticks));
        return wanted == step ? this : new ValueScale(min, max, wanted, decimalsOf(wanted));
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(min / step - 1e-9);
        long last = (long) Math.floor(max / step + 1e-9);
        for (long i = first; i <= last && ticks.size() < 100; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Distance from the top in pixels for a plot of {@code height} pixels. */
    double y(double value, double height) {
        return height - (value - min) / (max - min) * height;
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
