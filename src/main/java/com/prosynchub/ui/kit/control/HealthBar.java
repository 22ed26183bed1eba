package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.StyleSwap;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Health from 0 to 100 as a figure and a bar; grey while it is good. FX thread. */
public final class HealthBar extends HBox {
    private static final List<String> CLASSES = List.of("psh-medium", "psh-critical");
    private static final double POOR = 60;
    private static final double BAD = 30;

    private final Label figure = new Label(Formats.NONE);
    private final Region fill = new Region();
    private double share;

    public HealthBar() {
        getStyleClass().add("psh-health");
        StackPane track = new StackPane(fill) {
            @Override
            protected void layoutChildren() {
                fill.resizeRelocate(0, 0, getWidth() * share, getHeight());
            }
        };
        track.getStyleClass().add("psh-health-track");
        fill.getStyleClass().add("psh-health-fill");
        fill.setManaged(false);
        figure.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(track, Priority.SOMETIMES);
        getChildren().addAll(figure, track);
    }

    /** Shows 0 to 100; null is "not known". */
    public HealthBar show(@Nullable Number health) {
        double value = health == null ? 0 : Math.clamp(health.doubleValue(), 0, 100);
        share = value / 100;
        figure.setText(health == null ? Formats.NONE : Long.toString(Math.round(value)));
        boolean poor = health != null && value < POOR;
        StyleSwap.choose(this, CLASSES, poor ? value < BAD ? "psh-critical" : "psh-medium" : "");
        fill.getParent().requestLayout();
        setAccessibleText(figure.getText());
        return this;
    }
}
