package com.prosynchub.ui.kit.chart;

import java.util.Arrays;

/** Opaque pixels of one plot, and the few ways to fill them. Colours are {@code 0xAARRGGBB}. One thread. */
final class PlotFrame {
    private final int width;
    private final int height;
    private final int[] pixels;

    PlotFrame(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
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

    void fill(int argb) {
        Arrays.fill(pixels, argb);
    }

    /** Lays a colour of some opacity over rows {@code y0..y1}. */
    void band(double y0, double y1, int argb, int alpha) {
        int first = Math.max(0, (int) Math.round(Math.min(y0, y1)));
        int last = Math.min(height, (int) Math.round(Math.max(y0, y1)));
        for (int i = first * width; i < last * width; i++) {
            pixels[i] = mix(pixels[i], argb, alpha);
        }
    }

    /** A row line of {@code thick} pixels; drawn for {@code on} pixels, then left out for {@code off}. */
    void row(double y, int thick, int argb, int alpha, int on, int off) {
        int first = (int) Math.round(y - thick / 2.0);
        int period = on + off;
        for (int row = Math.max(0, first); row < Math.min(height, first + thick); row++) {
            for (int x = 0; x < width; x++) {
                if (off == 0 || x % period < on) {
                    pixels[row * width + x] = mix(pixels[row * width + x], argb, alpha);
                }
            }
        }
    }

    /** A column line of {@code thick} pixels. */
    void column(double x, int thick, int argb, int alpha) {
        int first = (int) Math.round(x - thick / 2.0);
        for (int column = Math.max(0, first); column < Math.min(width, first + thick); column++) {
            for (int at = column; at < pixels.length; at += width) {
                pixels[at] = mix(pixels[at], argb, alpha);
            }
        }
    }

    /** Slanted lines between two columns: what is here is not known. */
    void hatch(double x0, double x1, int spacing, int argb, int alpha) {
        int first = Math.max(0, (int) Math.round(x0));
        int last = Math.min(width, (int) Math.round(x1));
        int stroke = Math.max(1, spacing / 6);
        for (int y = 0; y < height; y++) {
            for (int x = first; x < last; x++) {
                if ((x + y) % spacing < stroke) {
                    pixels[y * width + x] = mix(pixels[y * width + x], argb, alpha);
                }
            }
        }
    }

    /** {@code over} with an opacity of 0..255 upon an opaque colour; the result is opaque. */
    static int mix(int under, int over, int alpha) {
        int keep = 255 - alpha;
        int rb = ((under & 0xff00ff) * keep + (over & 0xff00ff) * alpha + 0x800080) >>> 8 & 0xff00ff;
        int g = ((under & 0xff00) * keep + (over & 0xff00) * alpha + 0x8000) >>> 8 & 0xff00;
        return 0xff000000 | rb | g;
    }
}
