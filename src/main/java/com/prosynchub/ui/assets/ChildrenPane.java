package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.text.Messages;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What stands directly below an asset; Enter or a double click goes there. FX thread. */
final class ChildrenPane extends VBox {
    private final Messages messages = Messages.of("assets");
    private final TableView<AssetNode> table = new TableView<>();

    ChildrenPane(AssetDetailViewModel model, Supplier<References> references, Consumer<UUID> open) {
        getStyleClass().add("psh-tab-body");
        table.getStyleClass().add("dense");
        table.setItems(model.children());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Columns.placeholder(table, messages.text("children.empty"));
        add(260, Columns.text(messages.text("field.name"), AssetNode::name));
        add(160, Columns.text(messages.text("field.assetTypeId"), node -> references
                .get()
                .typeName(node.assetTypeId())));
        add(150, Columns.status(messages.text("field.status"), AssetNode::status));
        add(130, Columns.health(messages.text("field.healthScore"), AssetNode::healthScore));
        add(90, Columns.text(messages.text("children.below"), node -> Integer.toString(node.childCount())));
        VBox.setVgrow(table, Priority.ALWAYS);
        Label cut = new Label(messages.text("children.cut", AssetDetailViewModel.CHILDREN));
        cut.getStyleClass().add("psh-muted");
        cut.visibleProperty().bind(model.moreChildrenProperty());
        cut.managedProperty().bind(cut.visibleProperty());
        getChildren().addAll(table, cut);
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                follow(open);
            }
        });
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                follow(open);
            }
        });
    }

    private void follow(Consumer<UUID> open) {
        AssetNode chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen.id());
        }
    }

    private <T> void add(double width, TableColumn<AssetNode, T> column) {
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }
}
