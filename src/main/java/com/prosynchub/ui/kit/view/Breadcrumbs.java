package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.control.Hyperlinks;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Where the record stands, as links to everything above it. FX thread. */
public final class Breadcrumbs extends HBox {
    /** Steps that are seen of a longer path. */
    private static final int MOST = 4;
    /** Room that the outermost step keeps beside long names. */
    private static final double FIRST = 60;

    /** One step of the path. */
    public record Crumb(String text, Runnable action) {}

    public Breadcrumbs() {
        getStyleClass().add("psh-crumbs");
    }

    /** Shows a path, outermost first; of a long one the beginning and the end, and between them a way to the rest. */
    public Breadcrumbs show(List<Crumb> path) {
        getChildren().clear();
        if (path.size() <= MOST) {
            path.forEach(crumb -> add(link(crumb)));
            return this;
        }
        Hyperlink first = link(path.getFirst());
        first.setMinWidth(FIRST);
        add(first);
        List<Crumb> hidden = path.subList(1, path.size() - (MOST - 2));
        MenuButton rest = new MenuButton("…");
        rest.getStyleClass().add("psh-crumb-rest");
        rest.setAccessibleText(hidden.stream().map(Crumb::text).collect(Collectors.joining(" / ")));
        for (Crumb crumb : hidden) {
            MenuItem item = new MenuItem(crumb.text());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> crumb.action().run());
            rest.getItems().add(item);
        }
        add(rest);
        path.subList(path.size() - (MOST - 2), path.size()).forEach(crumb -> add(link(crumb)));
        return this;
    }

    private static Hyperlink link(Crumb crumb) {
        Hyperlink link = Hyperlinks.link(crumb.text(), crumb.action());
        link.setTooltip(new Tooltip(crumb.text()));
        return link;
    }

    private void add(Node step) {
        if (!getChildren().isEmpty()) {
            Label gap = new Label("/");
            gap.getStyleClass().add("psh-crumb-gap");
            gap.setMinWidth(USE_PREF_SIZE);
            getChildren().add(gap);
        }
        getChildren().add(step);
    }
}
