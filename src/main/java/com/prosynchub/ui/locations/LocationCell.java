package com.prosynchub.ui.locations;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** One place: name and how many assets stand in it. Dragging it elsewhere moves it, but never into itself. FX thread. */
final class LocationCell extends TreeCell<LocationRow> {
    private static final DataFormat PLACE = format();

    private final LocationsViewModel model;
    private final Messages messages = Messages.of("locations");
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox line;

    LocationCell(LocationsViewModel model, boolean mayMove) {
        this.model = model;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        count.getStyleClass().add("psh-tree-health");
        count.setMinWidth(USE_PREF_SIZE);
        line = new HBox(Icons.of(CarbonIcons.LOCATION), name, gap, count);
        line.getStyleClass().add("psh-tree-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        if (mayMove) {
            allowDragging();
        }
    }

    private static DataFormat format() {
        DataFormat known = DataFormat.lookupMimeType("application/x-prosynchub-location");
        return known == null ? new DataFormat("application/x-prosynchub-location") : known;
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

    private void allowDragging() {
        setOnDragDetected(e -> {
            LocationRow row = getItem();
            if (row != null) {
                ClipboardContent content = new ClipboardContent();
                content.put(PLACE, row.location().id());
                startDragAndDrop(TransferMode.MOVE).setContent(content);
                e.consume();
            }
        });
        setOnDragOver(e -> {
            Integer moved = dragged(e);
            LocationRow target = getItem();
            if (moved != null && target != null) {
                if (!model.wouldCycle(moved, target.location().id())) {
                    e.acceptTransferModes(TransferMode.MOVE);
                    if (!getStyleClass().contains(Styles.DROP_TARGET)) {
                        getStyleClass().add(Styles.DROP_TARGET);
                    }
                }
                e.consume();
            }
        });
        setOnDragExited(e -> getStyleClass().remove(Styles.DROP_TARGET));
        setOnDragDropped(e -> {
            Integer moved = dragged(e);
            LocationRow target = getItem();
            if (moved != null && target != null) {
                model.moveById(moved, target.location().id());
                e.setDropCompleted(true);
            }
            e.consume();
        });
    }

    private static @Nullable Integer dragged(DragEvent event) {
        return event.getDragboard().getContent(PLACE) instanceof Integer id ? id : null;
    }
}
