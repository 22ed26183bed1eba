package com.prosynchub.ui.locations;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** One place: name and how many assets stand in it. FX thread. */
final class LocationCell extends TreeCell<LocationRow> {
    private final Messages messages = Messages.of("locations");
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox line;

    LocationCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        count.getStyleClass().add("psh-tree-health");
        count.setMinWidth(USE_PREF_SIZE);
        line = new HBox(Icons.of(CarbonIcons.LOCATION), name, gap, count);
        line.getStyleClass().add("psh-tree-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LocationRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(row.location().name());
        count.setText(row.below() == 0 ? "" : Long.toString(row.below()));
        setTooltip(new Tooltip(messages.text("tip", row.location().name(), row.here(), row.below())));
        setGraphic(line);
    }
}
