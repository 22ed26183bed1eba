package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the tree: type icon, name with what was searched for marked, state and health. FX thread. */
final class AssetTreeCell extends TreeCell<AssetTreeRow> {
    private static final int LEAST_NAME = 40;

    private final AssetTreeViewModel model;
    private final Supplier<References> references;
    private final Messages messages = Messages.of("assets");
    private final FontIcon icon = Icons.of(CarbonIcons.ASSET);
    private final Label before = new Label();
    private final Label hit = new Label();
    private final Label after = new Label();
    private final HBox name = new HBox(before, hit, after);
    private final StatusMark state = new StatusMark();
    private final Label health = new Label();
    private final HBox line;
    private final Hyperlink more = new Hyperlink();
    private final Tooltip tip = new Tooltip();

    AssetTreeCell(AssetTreeViewModel model, Supplier<References> references) {
        this.model = model;
        this.references = references;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(LEAST_NAME);
        hit.getStyleClass().add("psh-hit");
        hit.setMinWidth(USE_PREF_SIZE);
        health.getStyleClass().add("psh-tree-health");
        health.setMinWidth(USE_PREF_SIZE);
        // As wide as the tree, never wider: long names are cut and told by the tooltip.
        setPrefWidth(0);
        line = new HBox(icon, name, gap, state, health);
        line.getStyleClass().add("psh-tree-line");
        line.setAlignment(Pos.CENTER_LEFT);
        more.setOnAction(e -> {
            AssetTreeRow row = getItem();
            if (row != null) {
                model.more(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable AssetTreeRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        AssetNode node = row.node();
        if (node != null) {
            show(node, row.matchProperty().get());
            setGraphic(line);
        } else {
            tail(row);
        }
    }

    private void show(AssetNode node, boolean match) {
        References names = references.get();
        AssetType type = names.type(node.assetTypeId());
        icon.setIconCode(Icons.named(type == null ? null : type.icon(), CarbonIcons.ASSET));
        mark(node.name(), match ? model.searchTextProperty().get() : "");
        state.show(node.status());
        Integer score = node.healthScore();
        health.setText(score == null ? "" : score.toString());
        tip.setText(messages.text(
                "tree.tip",
                node.name(),
                type == null ? "–" : type.name(),
                Words.of(node.status()),
                score == null ? "–" : score));
        setTooltip(tip);
        setAccessibleText(tip.getText());
    }

    private void mark(String text, String searched) {
        int at = searched.isEmpty() ? -1 : text.toLowerCase(Locale.ROOT).indexOf(searched.toLowerCase(Locale.ROOT));
        if (at < 0 || at + searched.length() > text.length()) {
            before.setText(text);
            hit.setText("");
            after.setText("");
        } else {
            before.setText(text.substring(0, at));
            hit.setText(text.substring(at, at + searched.length()));
            after.setText(text.substring(at + searched.length()));
        }
        before.setMinWidth(at > 0 ? USE_PREF_SIZE : 0);
    }

    private void tail(AssetTreeRow row) {
        setTooltip(null);
        switch (row.kind()) {
            case WAITING -> {
                setGraphic(null);
                setText(messages.text("tree.loading"));
            }
            case FAILED -> {
                more.setText(messages.text("tree.failed"));
                setGraphic(more);
            }
            case MORE -> {
                more.setText(messages.text("tree.more"));
                setGraphic(more);
            }
            case ROOT, ASSET -> setGraphic(null);
        }
    }
}
