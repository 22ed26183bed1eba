package com.prosynchub.ui.profile;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The person's own things as tabs: record and password, second factor, appearance, keys, notifications, this program. FX thread. */
final class ProfileView {
    private final VBox root;

    @FXML
    private StackPane header;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab record;

    @FXML
    private Tab twoFactor;

    @FXML
    private Tab appearance;

    @FXML
    private Tab keys;

    @FXML
    private Tab notices;

    @FXML
    private Tab about;

    /** @param others content of the tabs after the first, in their order */
    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    ProfileView(Workbench bench, SignedInUser user, RecordPane recordPane, List<Node> others) {
        Messages messages = Messages.of("profile");
        root = FxmlLoader.load(this, messages);
        PageHeader title = new PageHeader(messages.text("title"));
        title.setSubtitle(messages.text("subtitle", user.username(), Words.role(user.roleName())));
        header.getChildren().add(title);
        fill(record, recordPane);
        fill(twoFactor, others.get(0));
        fill(appearance, others.get(1));
        keys.setContent(others.get(2));
        fill(notices, others.get(3));
        fill(about, others.get(4));
    }

    Node root() {
        return root;
    }

    void showTab(String id) {
        tabs.getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    void focus() {
        tabs.requestFocus();
    }

    private static void fill(Tab tab, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("psh-page-scroll");
        tab.setContent(scroll);
    }
}
