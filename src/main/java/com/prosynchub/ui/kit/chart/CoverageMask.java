package com.prosynchub.ui.kit.chart;

import java.util.Arrays;

/**
 * How much of each pixel one trace covers. Shapes are laid down by the greatest coverage, not added up, so that joints are no
 * darker than the line. Stored column by column, since dense traces are vertical strokes; keeps within the columns given to
 * {@link #reset}. Reused; one thread.
 */
final class CoverageMask {
    private static final int BLOCK = 16;

    private int width;
    private int height;
    private int clipFrom;
    private int clipTo;
    private byte[] coverage = new byte[0];
    private int[] top = new int[0];
    private int[] bottom = new int[0];

    void reset(int newWidth, int newHeight) {
        reset(newWidth, newHeight, 0, newWidth);
    }

    /** Empties the mask, gives it a size, and keeps what follows within the columns {@code [from, to)}. */
    void reset(int newWidth, int newHeight, int from, int to) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            coverage = new byte[width * height];
            top = new int[width];
            bottom = new int[width];
            Arrays.fill(top, height);
        } else {
            for (int x = clipFrom; x < clipTo; x++) {
                if (bottom[x] > top[x]) {
                    Arrays.fill(coverage, x * height + top[x], x * height + bottom[x], (byte) 0);
                }
                top[x] = height;
                bottom[x] = 0;
            }
        }
        clipFrom = Math.max(0, from);
        clipTo = Math.min(width, to);
    }

    /** A vertical stroke in one column from {@code y0} down to {@code y1}, with soft ends, covered to 0..255. */
    void column(int x, double y0, double y1, int level) {
        if (x < clipFrom || x >= clipTo || !(y1 > 0) || !(y0 < height)) {
            return;
        }
        int first = Math.max(0, (int) Math.floor(y0));
        int last = Math.min(height - 1, (int) Math.ceil(y1) - 1);
        if (last < first) {
            return;
        }
        boolean fresh = bottom[x] <= top[x];
        put(x, first, (Math.min(y1, first + 1) - Math.max(y0, first)) * level);
        if (last > first) {
            put(x, last, (Math.min(y1, last + 1) - Math.max(y0, last)) * level);
            fill(x, first + 1, last, level, fresh);
            top[x] = Math.min(top[x], first);
            bottom[x] = Math.max(bottom[x], last + 1);
        }
    }

    private void fill(int x, int first, int last, int level, boolean fresh) {
        int start = x * height;
        if (fresh || level == 255) {
            Arrays.fill(coverage, start + first, start + last, (byte) level);
            return;
        }
        for (int y = start + first; y < start + last; y++) {
            if ((coverage[y] & 0xff) < level) {
                coverage[y] = (byte) level;
            }
        }
    }

    /** A line of a given thickness between two points, softened at its edges. */
    void line(double x0, double y0, double x1, double y1, double thickness) {
        double half = thickness / 2;
        if (!(Math.max(x0, x1) >= clipFrom - half - 1) || !(Math.min(x0, x1) <= clipTo + half + 1)) {
            return;
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.sqrt(dx * dx + dy * dy);
        if (!(length >= 1e-6)) {
            dot(x0, y0, half);
            return;
        }
        double ux = dx / length;
        double uy = dy / length;
        int firstX = Math.max(clipFrom, (int) Math.floor(Math.min(x0, x1) - half - 1));
        int lastX = Math.min(clipTo - 1, (int) Math.ceil(Math.max(x0, x1) + half + 1));
        // Half the height of the stroke where a column cuts it.
        boolean upright = Math.abs(ux) < 1e-9;
        double reach = upright ? height : (half + 1) / Math.abs(ux);
        double lowest = Math.min(y0, y1) - half - 1;
        double highest = Math.max(y0, y1) + half + 1;
        for (int x = firstX; x <= lastX; x++) {
            double center = upright ? (y0 + y1) / 2 : y0 + (x + 0.5 - x0) * dy / dx;
            int from = Math.max(0, (int) Math.floor(Math.max(lowest, center - reach - Math.abs(uy))));
            int to = Math.min(height - 1, (int) Math.ceil(Math.min(highest, center + reach + Math.abs(uy))));
            for (int y = from; y <= to; y++) {
                double px = x + 0.5 - x0;
                double py = y + 0.5 - y0;
                double along = px * ux + py * uy;
                double across = Math.abs(py * ux - px * uy);
                double beyond = along < 0 ? -along : along > length ? along - length : 0;
                double distance = beyond == 0 ? across : Math.sqrt(across * across + beyond * beyond);
                put(x, y, (half + 0.5 - distance) * 255);
            }
        }
    }

    /** A filled circle. */
    void dot(double cx, double cy, double radius) {
        int firstX = Math.max(clipFrom, (int) Math.floor(cx - radius - 1));
        int lastX = Math.min(clipTo - 1, (int) Math.ceil(cx + radius + 1));
        int firstY = Math.max(0, (int) Math.floor(cy - radius - 1));
        int lastY = Math.min(height - 1, (int) Math.ceil(cy + radius + 1));
        for (int x = firstX; x <= lastX; x++) {
            for (int y = firstY; y <= lastY; y++) {
                put(x, y, (radius + 0.5 - Math.hypot(x + 0.5 - cx, y + 0.5 - cy)) * 255);
            }
        }
    }

    /**
     * Paints what is covered in an opaque colour, at a strength of 0..255, over opaque pixels of the same size. Goes by a few
     * columns at a time: the mask lies by columns and the pixels by rows, and so both stay in the processor's nearest memory.
     */
    void paint(int[] pixels, int argb, int strength) {
        for (int from = clipFrom; from < clipTo; from += BLOCK) {
            int to = Math.min(clipTo, from + BLOCK);
            int first = height;
            int last = 0;
            for (int x = from; x < to; x++) {
                first = Math.min(first, top[x]);
                last = Math.max(last, bottom[x]);
            }
            for (int y = first; y < last; y++) {
                paintRow(pixels, argb, strength, y, from, to);
            }
        }
    }

    private void paintRow(int[] pixels, int argb, int strength, int y, int from, int to) {
        int at = y * width + from;
        for (int place = from * height + y; place < to * height; place += height, at++) {
            int covered = coverage[place] & 0xff;
            if (covered != 0) {
                int alpha = strength == 255 ? covered : covered * strength / 255;
                pixels[at] = alpha == 255 ? argb : PlotFrame.mix(pixels[at], argb, alpha);
            }
        }
    }

    /** Paints what is covered as premultiplied pixels over transparent ground. */
    void paintOver(int[] pixels, int argb) {
        for (int x = 0; x < width; x++) {
            for (int y = top[x]; y < bottom[x]; y++) {
                int alpha = coverage[x * height + y] & 0xff;
                int rgb = PlotFrame.mix(0, argb, alpha) & 0xffffff;
                pixels[y * width + x] = alpha << 24 | rgb;
            }
        }
    }

    /** {@code part} is 0..255, and less than nothing outside the shape. */
    private void put(int x, int y, double part) {
        if (!(part > 0)) {
            return;
        }
        int value = part >= 255 ? 255 : (int) (part + 0.5);
        int at = x * height + y;
        if (value > (coverage[at] & 0xff)) {
            coverage[at] = (byte) value;
            top[x] = Math.min(top[x], y);
            bottom[x] = Math.max(bottom[x], y + 1);
        }
    }
}
