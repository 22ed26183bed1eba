package com.prosynchub.ui.kit.chart;

/**
 * A window laid over columns of pixels. Its columns begin at whole multiples of their width in time, so that what was painted
 * stays right when the window moves on: it only slides. Immutable.
 *
 * @param from milliseconds since the epoch at the left edge of the first column
 * @param perColumn milliseconds of one column
 * @param columns number of columns
 */
record PlotTime(double from, double perColumn, int columns) {
    /** The window with its end moved on to the next whole column, so that the newest sample is always in view. */
    static PlotTime of(TimeWindow window, int columns) {
        int count = Math.max(1, columns);
        double perColumn = window.span() / (double) count;
        double last = Math.ceil(window.to() / perColumn);
        return new PlotTime((last - count) * perColumn, perColumn, count);
    }

    /** The number of the first column, counted from the epoch. */
    long firstColumn() {
        return Math.round(from / perColumn);
    }

    /** Place of a time in pixels. */
    double x(double time) {
        return (time - from) / perColumn;
    }

    /** The time at a place in pixels. */
    double time(double x) {
        return from + x * perColumn;
    }

    double to() {
        return from + columns * perColumn;
    }
}
