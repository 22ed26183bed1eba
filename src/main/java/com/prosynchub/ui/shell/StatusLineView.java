package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.text.Messages;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line at the foot: site time, both stores, age of the newest value, who, version. FX thread. */
final class StatusLineView extends HBox {
    private final HBox stores = new HBox();

    StatusLineView(StatusLineViewModel model, String person, String version) {
        Messages messages = Messages.of("shell");
        getStyleClass().add("psh-status");
        setAlignment(Pos.CENTER_LEFT);
        stores.getStyleClass().add("psh-gap-16");
        stores.setAlignment(Pos.CENTER_LEFT);
        Label time = new Label();
        time.textProperty().bind(model.siteTimeProperty());
        Label newest = new Label();
        newest.textProperty().bind(model.newestProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        time,
                        stores,
                        newest,
                        gap,
                        new Label(person),
                        new Label(messages.text("status.version", version)));
        model.stores().addListener((ListChangeListener<StoreLine>) change -> stores.getChildren()
                .setAll(model.stores().stream().map(this::store).toList()));
        stores.getChildren().setAll(model.stores().stream().map(this::store).toList());
    }

    private Node store(StoreLine line) {
        SeverityBadge mark = new SeverityBadge().compact().show(line.reachable() ? Grade.NORMAL : Grade.CRITICAL);
        Label words = new Label(line.text());
        if (!line.reachable()) {
            words.getStyleClass().add("psh-danger-text");
        }
        if (!line.detail().isEmpty()) {
            words.setTooltip(new Tooltip(String.join("\n", line.detail())));
        }
        HBox box = new HBox(mark, words);
        box.getStyleClass().add("psh-gap-4");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
