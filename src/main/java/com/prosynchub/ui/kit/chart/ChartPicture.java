package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.picture.PngFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Charts as they are seen, with a title, each with its window, legend and limits, at twice the screen's size. It is taken on
 * the FX thread and written on any: beside its place first and then moved there, so that a file of that name is either the old
 * or the new one, whole. Immutable.
 */
public final class ChartPicture {
    private static final double SCALE = 2;
    private static final int GAP = 24;

    private final String title;
    private final List<Part> parts;
    private final int ground;

    private ChartPicture(String title, List<Part> parts, int ground) {
        this.title = title;
        this.parts = List.copyOf(parts);
        this.ground = ground;
    }

    private record Part(int width, int height, Pixels pixels) {}

    /** Pixels that are read only. */
    private static final class Pixels {
        private final int[] argb;

        private Pixels(int[] argb) {
            this.argb = argb;
        }
    }

    /**
     * Takes the picture of charts that are in a window, one below the other.
     *
     * @param title what the picture is of
     * @param subtitle who took it and when, or empty
     */
    public static ChartPicture take(String title, String subtitle, List<TrendChart> charts) {
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("a picture of no chart");
        }
        int ground = charts.getFirst().colors().surface();
        List<Part> parts = new ArrayList<>();
        parts.add(part(head(title, subtitle, charts.getFirst()), ground));
        for (TrendChart chart : charts) {
            chart.setPicture(SCALE);
            try {
                parts.add(part(chart, ground));
            } finally {
                chart.setPicture(0);
            }
        }
        return new ChartPicture(title, parts, ground);
    }

    private static VBox head(String title, String subtitle, TrendChart chart) {
        Label what = new Label(title);
        what.getStyleClass().add("psh-trend-picture-title");
        Label who = new Label(subtitle);
        who.getStyleClass().add("psh-trend-picture-subtitle");
        VBox box = new VBox(what, who);
        box.setPrefWidth(chart.getWidth());
        Scene scene = new Scene(box);
        Scene shown = chart.getScene();
        if (shown != null) {
            scene.setUserAgentStylesheet(shown.getUserAgentStylesheet());
            scene.getStylesheets().setAll(shown.getStylesheets());
            box.getStyleClass().addAll(shown.getRoot().getStyleClass());
            box.getStylesheets().addAll(shown.getRoot().getStylesheets());
        }
        box.getStyleClass().add("psh-trend-picture-head");
        return box;
    }

    private static Part part(Node node, int ground) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCALE, SCALE));
        how.setFill(Color.rgb(ground >> 16 & 0xff, ground >> 8 & 0xff, ground & 0xff));
        Image image = node.snapshot(how, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Part(width, height, new Pixels(argb));
    }

    public int width() {
        return parts.stream().mapToInt(Part::width).max().orElse(0) + 2 * GAP;
    }

    public int height() {
        return parts.stream().mapToInt(part -> part.height() + GAP).sum() + GAP;
    }

    /** Writes the picture as PNG. */
    public void writePng(Path file) throws IOException {
        write(file, this::png);
    }

    /** Writes the picture as PDF, on as many pages as the charts need. */
    public void writePdf(Path file) throws IOException {
        write(file, this::pdf);
    }

    /** What puts the picture into a stream. */
    interface Body {
        void into(OutputStream out) throws IOException;
    }

    /** Writes beside the file and moves it there; what was there stays when anything fails. */
    static void write(Path file, Body body) throws IOException {
        Path whole = file.toAbsolutePath();
        Path beside = Files.createTempFile(whole.getParent(), "." + whole.getFileName(), ".part");
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                body.into(out);
            }
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void png(OutputStream out) throws IOException {
        int width = width();
        int[] all = new int[width * height()];
        java.util.Arrays.fill(all, ground);
        int top = GAP;
        for (Part part : parts) {
            for (int y = 0; y < part.height(); y++) {
                System.arraycopy(part.pixels().argb, y * part.width(), all, (top + y) * width + GAP, part.width());
            }
            top += part.height() + GAP;
        }
        PngFile.write(width, height(), all, out);
    }

    private void pdf(OutputStream out) throws IOException {
        Rectangle page = PageSize.A4.rotate();
        try (Document document = new Document(page, 36, 36, 30, 30)) {
            PdfWriter.getInstance(document, out);
            document.addTitle(title);
            document.open();
            float room = page.getWidth() - 72;
            for (Part part : parts) {
                var image = org.openpdf.text.Image.getInstance(
                        part.width(), part.height(), 3, 8, PngFile.channels(part.pixels().argb));
                image.scaleToFit(room, page.getHeight() - 60 - (parts.size() == 2 ? 50 : 0));
                document.add(image);
            }
        } catch (DocumentException failed) {
            throw new IOException(failed);
        }
    }
}
