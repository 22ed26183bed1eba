package com.prosynchub.ui.kit.notice;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** A line across a screen that stays until its cause is gone. FX thread. */
public final class Banner extends HBox {
    private final Label words;

    private Banner(String kind, Ikon ikon, String text) {
        words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("psh-banner", kind);
        getChildren().addAll(Icons.of(ikon), words);
    }

    public static Banner info(String text) {
        return new Banner("psh-info", CarbonIcons.INFORMATION, text);
    }

    public static Banner warning(String text) {
        return new Banner("psh-warning", CarbonIcons.WARNING_ALT, text);
    }

    /** For what endangers work: a store that is down. */
    public static Banner critical(String text) {
        return new Banner("psh-error", CarbonIcons.WARNING_ALT_FILLED, text);
    }

    public void setText(String text) {
        words.setText(text);
    }

    /** Adds a button that does something about it. */
    public Banner action(String text, Runnable action) {
        getChildren().add(Buttons.secondary(text, action));
        return this;
    }
}
