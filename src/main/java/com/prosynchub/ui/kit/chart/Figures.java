package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.text.Formats;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/** Figures of a chart; those that would need a row of digits are written with a power of ten. Stateless. */
final class Figures {
    private static final double LONG = 1e9;
    private static final double WIDE = 1e6;

    private Figures() {}

    /** A value with its trace's decimals. */
    static String value(Formats formats, double value, int decimals) {
        return Math.abs(value) >= LONG && Double.isFinite(value)
                ? power(formats, value)
                : formats.number(value, decimals);
    }

    /** A mark of an axis. */
    static String mark(Formats formats, double tick, ValueScale scale) {
        double size = Math.max(Math.abs(scale.min()), Math.abs(scale.max()));
        if (tick != 0 && (size >= WIDE || Math.abs(tick) < 1e-6) && Double.isFinite(tick)) {
            return Math.abs(tick) >= WIDE || Math.abs(tick) < 1e-6 ? power(formats, tick) : formats.upTo(tick, 0);
        }
        return scale.logarithmic() ? formats.upTo(tick, 6) : formats.number(tick, scale.decimals());
    }

    private static String power(Formats formats, double value) {
        return new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(formats.locale())).format(value);
    }
}
