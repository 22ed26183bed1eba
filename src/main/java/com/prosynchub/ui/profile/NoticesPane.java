package com.prosynchub.ui.profile;

import com.prosynchub.model.notice.NoticeKind;
import com.prosynchub.ui.kit.text.Messages;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the bell shows. FX thread. */
final class NoticesPane extends VBox {
    NoticesPane(NoticeChoicesViewModel model) {
        Messages messages = Messages.of("profile");
        getStyleClass().addAll("psh-profile-pane", "psh-gap-12");
        Label heading = new Label(messages.text("notices.title"));
        heading.getStyleClass().add("psh-heading");
        Label note = new Label(messages.text("notices.text"));
        note.getStyleClass().add("psh-muted");
        note.setWrapText(true);
        getChildren().addAll(heading, note);
        for (NoticeKind kind : NoticeChoicesViewModel.KINDS) {
            CheckBox box = new CheckBox(messages.text("notices." + kind.word()));
            box.setId("notices-" + kind.word());
            box.selectedProperty().bindBidirectional(model.wanted(kind));
            getChildren().add(box);
        }
    }
}
