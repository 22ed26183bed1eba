package com.prosynchub.ui.kit.chart;

import java.util.Arrays;

/**
 * Opaque pixels of one plot, and the few ways to fill them. Colours are {@code 0xAARRGGBB}. Everything but {@link #slide}
 * keeps within the columns last given to {@link #clip}. One thread.
 */
final class PlotFrame {
    private final int width;
    private final int height;
    private final int[] pixels;
    private int clipFrom;
    private int clipTo;

    PlotFrame(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.clipTo = width;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    /** Keeps what follows within the columns {@code [from, to)}. */
    void clip(int from, int to) {
        clipFrom = Math.max(0, from);
        clipTo = Math.min(width, to);
    }

    int clipFrom() {
        return clipFrom;
    }

    int clipTo() {
        return clipTo;
    }

    /** Moves everything by whole columns, to the left if positive; the columns that come free keep what was there. */
    void slide(int columns) {
        int moved = Math.abs(columns);
        if (moved < width) {
            // Row ends run into their neighbours, but only in the columns that come free.
            System.arraycopy(pixels, columns > 0 ? moved : 0, pixels, columns > 0 ? 0 : moved, pixels.length - moved);
        }
    }

    void fill(int argb) {
        if (clipFrom == 0 && clipTo == width) {
            Arrays.fill(pixels, argb);
            return;
        }
        for (int row = 0; row < pixels.length; row += width) {
            Arrays.fill(pixels, row + clipFrom, row + clipTo, argb);
        }
    }

    /** Lays a colour of some opacity over rows {@code y0..y1} of the columns {@code x0..x1}. */
    void band(double x0, double x1, double y0, double y1, int argb, int alpha) {
        int first = row(Math.min(y0, y1));
        int last = row(Math.max(y0, y1));
        int left = column(x0);
        int right = column(x1);
        for (int y = first; y < last; y++) {
            for (int at = y * width + left; at < y * width + right; at++) {
                pixels[at] = mix(pixels[at], argb, alpha);
            }
        }
    }

    /**
     * A row line of {@code thick} pixels; drawn for {@code on} pixels, then left out for {@code off}.
     *
     * @param phase number of the first column, so that dashes keep their places when the plot slides
     */
    void row(double x0, double x1, double y, int thick, int argb, int alpha, int on, int off, long phase) {
        int first = (int) Math.round(y - thick / 2.0);
        int period = on + off;
        int start = (int) Math.floorMod(phase, (long) period);
        int left = column(x0);
        int right = column(x1);
        for (int row = Math.max(0, first); row < Math.min(height, first + thick); row++) {
            for (int x = left; x < right; x++) {
                if (off == 0 || (x + start) % period < on) {
                    pixels[row * width + x] = mix(pixels[row * width + x], argb, alpha);
                }
            }
        }
    }

    /** A column line of {@code thick} pixels over rows {@code y0..y1}. */
    void column(double x, double y0, double y1, int thick, int argb, int alpha) {
        int first = (int) Math.round(x - thick / 2.0);
        int top = row(Math.min(y0, y1));
        int bottom = row(Math.max(y0, y1));
        for (int column = Math.max(clipFrom, first); column < Math.min(clipTo, first + thick); column++) {
            for (int y = top; y < bottom; y++) {
                pixels[y * width + column] = mix(pixels[y * width + column], argb, alpha);
            }
        }
    }

    /**
     * Slanted lines in a field: what is here is not known.
     *
     * @param phase number of the first column
     */
    void hatch(double x0, double x1, double y0, double y1, int spacing, int argb, int alpha, long phase) {
        int first = column(x0);
        int last = column(x1);
        int start = (int) Math.floorMod(phase, (long) spacing);
        double stroke = Math.max(1, spacing / 6.0);
        for (int y = row(y0); y < row(y1); y++) {
            for (int x = first; x < last; x++) {
                int along = (x + start + y) % spacing;
                double part = Math.min(1, stroke + 0.5 - along);
                if (part > 0) {
                    int soft = along == 0 ? alpha / 2 : (int) (alpha * part);
                    pixels[y * width + x] = mix(pixels[y * width + x], argb, soft);
                }
            }
        }
    }

    private int row(double y) {
        return (int) Math.clamp(Math.round(y), 0L, (long) height);
    }

    private int column(double x) {
        return (int) Math.clamp(Math.round(x), (long) clipFrom, (long) Math.max(clipFrom, clipTo));
    }

    /** {@code over} with an opacity of 0..255 upon an opaque colour; the result is opaque. */
    static int mix(int under, int over, int alpha) {
        int keep = 255 - alpha;
        int rb = (under & 0xff00ff) * keep + (over & 0xff00ff) * alpha + 0x800080;
        int g = (under >>> 8 & 0xff) * keep + (over >>> 8 & 0xff) * alpha + 0x80;
        // Divided by 255 and not by 256, so that nothing laid upon itself changes.
        rb = rb + (rb >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
        g = g + (g >>> 8) >>> 8;
        return 0xff000000 | rb | g << 8;
    }
}
