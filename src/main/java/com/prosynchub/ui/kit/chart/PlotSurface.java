package com.prosynchub.ui.kit.chart;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** The pixels of a plot as a node; sized in device pixels, so that lines are sharp at every output scale. FX thread. */
final class PlotSurface {
    private final ImageView view = new ImageView();
    private @Nullable PlotFrame frame;
    private @Nullable PixelBuffer<IntBuffer> buffer;

    PlotSurface() {
        view.setSmooth(false);
        view.setMouseTransparent(true);
        view.setManaged(false);
    }

    ImageView view() {
        return view;
    }

    /** The frame to paint, for a size in logical pixels and an output scale. */
    PlotFrame frame(double width, double height, double scale) {
        int w = Math.max(1, (int) Math.round(width * scale));
        int h = Math.max(1, (int) Math.round(height * scale));
        PlotFrame current = frame;
        if (current == null || current.width() != w || current.height() != h) {
            current = new PlotFrame(w, h);
            frame = current;
            buffer = new PixelBuffer<>(w, h, IntBuffer.wrap(current.pixels()), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        }
        view.setFitWidth(w / scale);
        view.setFitHeight(h / scale);
        return current;
    }

    /** Brings everything that was painted to the screen. */
    void show() {
        if (buffer != null) {
            buffer.updateBuffer(all -> null);
        }
    }

    /** Brings the columns {@code [from, to)} to the screen. */
    void show(int from, int to) {
        if (buffer != null && frame != null) {
            Rectangle2D part = new Rectangle2D(from, 0, to - from, frame.height());
            buffer.updateBuffer(some -> part);
        }
    }

    @Nullable
    PlotFrame painted() {
        return frame;
    }
}
