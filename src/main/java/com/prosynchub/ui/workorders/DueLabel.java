package com.prosynchub.ui.workorders;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** A due date; when it has passed, a sign before it and its colour say so. FX thread. */
final class DueLabel extends Label {
    DueLabel() {
        setMinWidth(USE_PREF_SIZE);
    }

    void show(String date, boolean late) {
        setText(date);
        setGraphic(late ? Icons.of(CarbonIcons.WARNING_ALT) : null);
        setTooltip(late ? new Tooltip(Messages.of("workorders").text("due.late", date)) : null);
        setAccessibleText(late ? Messages.of("workorders").text("due.late", date) : date);
        getStyleClass().remove(Styles.DANGER_TEXT);
        if (late) {
            getStyleClass().add(Styles.DANGER_TEXT);
        }
    }
}
