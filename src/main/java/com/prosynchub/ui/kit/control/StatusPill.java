package com.prosynchub.ui.kit.control;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.theme.StyleSwap;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Operating state of an asset: shape, word, and colour only when a person is needed. FX thread. */
public final class StatusPill extends HBox {
    private static final List<String> CLASSES =
            List.of("psh-operational", "psh-offline", "psh-under-maintenance", "psh-medium", "psh-critical");

    private final Label word = new Label();

    public StatusPill() {
        getStyleClass().add("psh-pill");
        Region mark = new Region();
        mark.getStyleClass().add("psh-mark");
        setAccessibleRole(AccessibleRole.TEXT);
        // The word is the message: whatever stands beside it gives way first.
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(mark, word);
    }

    public static StatusPill of(AssetStatus status) {
        return new StatusPill().show(status);
    }

    /** Shows a status; null hides the pill. */
    public StatusPill show(@Nullable AssetStatus status) {
        setVisible(status != null);
        if (status != null) {
            StyleSwap.choose(this, CLASSES, styleClass(status));
            word.setText(Words.of(status));
            setAccessibleText(Words.of(status));
        }
        return this;
    }

    private static String styleClass(AssetStatus status) {
        return switch (status) {
            case OPERATIONAL -> "psh-operational";
            case WARNING -> "psh-medium";
            case CRITICAL -> "psh-critical";
            case OFFLINE -> "psh-offline";
            case UNDER_MAINTENANCE -> "psh-under-maintenance";
        };
    }
}
