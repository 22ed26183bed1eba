package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.control.Hyperlinks;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Where the record stands, as links to everything above it. FX thread. */
public final class Breadcrumbs extends HBox {
    /** One step of the path. */
    public record Crumb(String text, Runnable action) {}

    public Breadcrumbs() {
        getStyleClass().add("psh-crumbs");
    }

    /** Shows a path, outermost first. */
    public Breadcrumbs show(List<Crumb> path) {
        getChildren().clear();
        for (Crumb crumb : path) {
            if (!getChildren().isEmpty()) {
                Label gap = new Label("/");
                gap.getStyleClass().add("psh-crumb-gap");
                getChildren().add(gap);
            }
            getChildren().add(Hyperlinks.link(crumb.text(), crumb.action()));
        }
        return this;
    }
}
