package com.prosynchub.ui.trends;

import java.util.List;

/** How many charts a page may be set to, and into how many columns they fall. Stateless. */
final class PageLayout {
    static final int MOST = 12;

    /** What the page can be set to at once; charts are also added and taken away one by one. */
    static final List<Integer> SIZES = List.of(1, 2, 3, 4, 6, 8, 9, 12);

    /** Below this a chart can not be read. */
    static final double LEAST_WIDTH = 360;

    static final double LEAST_HEIGHT = 216;

    private PageLayout() {}

    /**
     * Columns for so many charts on so much room: among those in which every chart is wide enough, the one that comes nearest
     * to charts twice as wide as high.
     */
    static int columns(int charts, double width, double height) {
        int best = 1;
        double bestMiss = Double.MAX_VALUE;
        for (int columns = 1; columns <= Math.min(charts, 4); columns++) {
            int rows = rows(charts, columns);
            double wide = width / columns;
            if (columns > 1 && wide < LEAST_WIDTH) {
                break;
            }
            double high = Math.max(LEAST_HEIGHT, height / rows);
            double empty = columns * rows - charts;
            double miss = Math.abs(Math.log(wide / high / 2.2)) + empty * 0.3;
            if (miss < bestMiss) {
                best = columns;
                bestMiss = miss;
            }
        }
        return best;
    }

    static int rows(int charts, int columns) {
        return Math.max(1, (charts + columns - 1) / columns);
    }
}
