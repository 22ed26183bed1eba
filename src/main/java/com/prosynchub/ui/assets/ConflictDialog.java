package com.prosynchub.ui.assets;

import com.prosynchub.ui.assets.AssetConflict.Difference;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Shows both versions side by side, field by field, and asks which one stays. FX thread. */
final class ConflictDialog {
    private static final double[] SHARES = {24, 38, 38};

    private ConflictDialog() {}

    static DialogBox make(AssetConflict conflict, References references, AssetEditorViewModel model) {
        Messages messages = Messages.of("assets");
        DialogBox box =
                new DialogBox(messages.text("conflict.title", conflict.theirs().name())).wide();
        box.setId("conflict-dialog");
        box.text(messages.text("conflict.text"));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("psh-compare");
        for (double share : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                head(messages.text("conflict.field")),
                head(messages.text("conflict.mine")),
                head(messages.text("conflict.theirs")));
        int row = 1;
        for (Difference difference : conflict.differences()) {
            grid.addRow(
                    row++,
                    muted(messages.text("field." + difference.field())),
                    value(difference, difference.mine(), references),
                    value(difference, difference.theirs(), references));
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("psh-compare-scroll");
        return box.content(scroll)
                .cancel(messages.text("conflict.later"), model::decideLater)
                .secondary(messages.text("conflict.take"), model::takeTheirs)
                .primary(messages.text("conflict.keep"), () -> {
                    // Closed first: saving again may find yet another version and ask anew.
                    box.close();
                    model.keepMine();
                    return false;
                });
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("psh-caption");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("psh-muted");
        return label;
    }

    private static Label value(Difference difference, String raw, References references) {
        String text = raw.isEmpty()
                ? Formats.NONE
                : switch (difference.field()) {
                    case "assetTypeId" -> references.typeName(Integer.parseInt(raw));
                    case "locationId" -> references.place(Integer.valueOf(raw));
                    default -> raw;
                };
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
