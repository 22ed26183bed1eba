package com.prosynchub.ui.users;

import com.prosynchub.service.location.LocationNode;
import com.prosynchub.ui.kit.control.ChoiceField;
import java.util.List;
import javafx.scene.control.CheckBoxTreeItem;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.cell.CheckBoxTreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Branches to tick in the tree of places, by mouse or with the space bar, and what they mean as a sentence. FX thread. */
final class PlacesField extends VBox {
    private static final double HEIGHT = 150;

    private final PlacesViewModel model;
    private final TreeView<@Nullable LocationNode> tree = new TreeView<>();

    PlacesField(PlacesViewModel model) {
        this.model = model;
        getStyleClass().add("psh-gap-4");
        tree.setId("user-places");
        tree.setShowRoot(false);
        tree.setPrefHeight(HEIGHT);
        tree.setCellFactory(view -> new CheckBoxTreeCell<>(
                item -> item instanceof CheckBoxTreeItem<@Nullable LocationNode> box ? box.selectedProperty() : null,
                names()));
        tree.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.SPACE
                    && tree.getSelectionModel().getSelectedItem()
                            instanceof CheckBoxTreeItem<@Nullable LocationNode> box) {
                box.setSelected(!box.isSelected());
                e.consume();
            }
        });
        Label sentence = new Label();
        sentence.setId("user-sees");
        sentence.setWrapText(true);
        sentence.textProperty().bind(model.sentenceProperty());
        getChildren().addAll(sentence, tree);
        model.rootsProperty().subscribe(this::show);
    }

    private void show(List<LocationNode> roots) {
        TreeItem<@Nullable LocationNode> all = new TreeItem<>();
        roots.forEach(node -> all.getChildren().add(item(node)));
        tree.setRoot(all);
    }

    /** Open down to what is chosen: a limit that nobody sees would be forgotten. */
    private CheckBoxTreeItem<@Nullable LocationNode> item(LocationNode node) {
        int id = node.location().id();
        CheckBoxTreeItem<@Nullable LocationNode> item = new CheckBoxTreeItem<>(node);
        item.setIndependent(true);
        item.setSelected(model.isChosen(id));
        item.selectedProperty().subscribe((before, now) -> model.choose(id, now));
        node.children().forEach(child -> item.getChildren().add(item(child)));
        item.setExpanded(item.getChildren().stream()
                .anyMatch(child -> child.isExpanded() || child instanceof CheckBoxTreeItem<?> box && box.isSelected()));
        return item;
    }

    private static StringConverter<TreeItem<@Nullable LocationNode>> names() {
        return ChoiceField.words(item -> {
            LocationNode node = item.getValue();
            return node == null ? "" : node.location().name();
        });
    }
}
