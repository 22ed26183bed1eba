package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

/** The calm half of the door: the product's name over three drawn traces that fit any size. FX thread. */
final class BrandPane extends StackPane {
    private static final int POINTS = 160;

    BrandPane() {
        getStyleClass().add("psh-brand");
        Messages messages = Messages.of("login");
        Label name = new Label(messages.text("brand.name"));
        name.getStyleClass().add("psh-brand-name");
        Label line = new Label(messages.text("brand.line"));
        line.getStyleClass().add("psh-brand-line");
        line.setWrapText(true);
        VBox words = new VBox(name, line);
        words.getStyleClass().add("psh-brand-words");
        words.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(new Traces(), words);
    }

    /** Decorative lines; they say nothing, so screen readers skip them. */
    private static final class Traces extends Pane {
        private final Polyline[] lines = {new Polyline(), new Polyline(), new Polyline()};

        Traces() {
            setMouseTransparent(true);
            for (int i = 0; i < lines.length; i++) {
                lines[i].getStyleClass().addAll("psh-brand-trace", "psh-brand-trace-" + (i + 1));
                getChildren().add((Node) lines[i]);
            }
        }

        @Override
        protected void layoutChildren() {
            for (int i = 0; i < lines.length; i++) {
                Double[] points = new Double[POINTS * 2];
                for (int p = 0; p < POINTS; p++) {
                    double x = p / (POINTS - 1.0);
                    points[2 * p] = x * getWidth();
                    points[2 * p + 1] = getHeight() * height(i, x);
                }
                lines[i].getPoints().setAll(points);
            }
        }

        private static double height(int line, double x) {
            double slow = Math.sin(x * (5 + line) + line * 1.9) * 0.045;
            double quick = Math.sin(x * 61 + line * 7) * 0.006 + Math.sin(x * 113 + line) * 0.004;
            double drift = line == 1 ? -0.16 * Math.pow(x, 4) : 0;
            return 0.58 + line * 0.13 + slow + quick + drift;
        }
    }
}
