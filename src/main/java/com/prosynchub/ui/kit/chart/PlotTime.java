package com.prosynchub.ui.kit.chart;

/**
 * A window laid over columns of pixels. Its columns are numbered from the epoch, so that what was painted stays right when the
 * window moves on: it only slides. Immutable.
 *
 * @param firstColumn number of the first column since the epoch
 * @param perColumn milliseconds of one column
 * @param columns number of columns
 */
record PlotTime(long firstColumn, double perColumn, int columns) {
    /** The window with its end moved on to the next whole column, so that the newest sample is always in view. */
    static PlotTime of(TimeWindow window, int columns) {
        int count = Math.max(1, columns);
        double perColumn = window.span() / (double) count;
        return new PlotTime((long) Math.ceil(window.to() / perColumn) - count, perColumn, count);
    }

    /** Place of a time in pixels. The column since the epoch comes first: it is rounded alike wherever the window is. */
    double x(double time) {
        return time / perColumn - firstColumn;
    }

    /** The time at a place in pixels. */
    double time(double x) {
        return (firstColumn + x) * perColumn;
    }

    double from() {
        return time(0);
    }

    double to() {
        return time(columns);
    }
}
