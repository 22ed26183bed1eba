package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.theme.Styles;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Top of a screen: path, title with what qualifies it, and actions at the right, the primary one last. FX thread. */
public final class PageHeader extends VBox {
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final HBox qualifiers = new HBox();
    private final HBox actions = new HBox();
    private @Nullable Node crumbs;

    public PageHeader(String title) {
        getStyleClass().add("psh-page-header");
        this.title.getStyleClass().add(Styles.TITLE);
        this.title.setMinWidth(60);
        subtitle.getStyleClass().add(Styles.MUTED);
        qualifiers.getStyleClass().add("psh-page-title-row");
        actions.getStyleClass().add("psh-page-actions");
        actions.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(this.title, qualifiers, gap, actions);
        row.getStyleClass().add("psh-page-title-row");
        getChildren().add(row);
        setTitle(title);
    }

    public String title() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /** A muted line below the title; empty removes it. */
    public void setSubtitle(String text) {
        subtitle.setText(text);
        getChildren().remove(subtitle);
        if (!text.isEmpty()) {
            getChildren().add(subtitle);
        }
    }

    public void setBreadcrumbs(@Nullable Node path) {
        if (crumbs != null) {
            getChildren().remove(crumbs);
        }
        crumbs = path;
        if (path != null) {
            getChildren().addFirst(path);
        }
    }

    /** Small things beside the title, such as a status pill. */
    public ObservableList<Node> qualifiers() {
        return qualifiers.getChildren();
    }

    /** Buttons at the right. */
    public ObservableList<Node> actions() {
        return actions.getChildren();
    }
}
