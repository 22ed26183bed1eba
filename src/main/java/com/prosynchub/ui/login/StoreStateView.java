package com.prosynchub.ui.login;

import com.prosynchub.model.health.StoreStatus;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.text.Messages;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** One word for each store: answers, or does not. FX thread. */
final class StoreStateView {
    private final HBox root = new HBox();
    private final Messages messages = Messages.of("login");

    StoreStateView(StoreStateViewModel model) {
        root.getStyleClass().add("psh-gap-16");
        root.setAlignment(Pos.CENTER_LEFT);
        model.stores().addListener((ListChangeListener<StoreStatus>) change -> root.getChildren()
                .setAll(model.stores().stream().map(this::line).toList()));
    }

    HBox root() {
        return root;
    }

    private Node line(StoreStatus status) {
        String store = messages.text("store." + status.store().name().toLowerCase(Locale.ROOT));
        Label words = new Label(messages.text(status.reachable() ? "store.up" : "store.down", store));
        words.getStyleClass().addAll(status.reachable() ? "psh-muted" : "psh-danger-text", "psh-small");
        if (!status.problems().isEmpty()) {
            words.setTooltip(new Tooltip(String.join("\n", status.problems())));
        }
        SeverityBadge mark = new SeverityBadge().compact().show(status.reachable() ? Grade.NORMAL : Grade.CRITICAL);
        HBox line = new HBox(mark, words);
        line.getStyleClass().add("psh-gap-4");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
