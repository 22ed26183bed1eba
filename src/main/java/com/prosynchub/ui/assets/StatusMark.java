package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.ui.kit.text.Words;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** State of an asset as its shape alone, where a line has no room for the word; nothing while all is well. FX thread. */
final class StatusMark extends HBox {
    private static final Map<AssetStatus, String> CLASSES = Map.of(
            AssetStatus.WARNING, "psh-medium",
            AssetStatus.CRITICAL, "psh-critical",
            AssetStatus.OFFLINE, "psh-offline",
            AssetStatus.UNDER_MAINTENANCE, "psh-under-maintenance");

    StatusMark() {
        Region mark = new Region();
        mark.getStyleClass().add("psh-mark");
        getStyleClass().addAll("psh-pill", "psh-status-mark");
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        getChildren().add(mark);
    }

    void show(AssetStatus status) {
        getStyleClass().removeAll(CLASSES.values());
        String style = CLASSES.get(status);
        setVisible(style != null);
        setManaged(style != null);
        if (style != null) {
            getStyleClass().add(style);
        }
        setAccessibleText(Words.of(status));
    }
}
