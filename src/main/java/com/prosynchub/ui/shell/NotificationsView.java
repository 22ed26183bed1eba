package com.prosynchub.ui.shell;

import com.prosynchub.model.notice.Notification;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Navigation;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The bell with its count, and the list it opens. FX thread. */
final class NotificationsView extends StackPane {
    private static final String ASSET = "ASSET";

    private final NotificationsViewModel model;
    private final OverlayHost overlay;
    private final Formats formats;
    private final Navigation navigation;
    private final Messages messages = Messages.of("shell");

    NotificationsView(NotificationsViewModel model, OverlayHost overlay, Formats formats, Navigation navigation) {
        this.model = model;
        this.overlay = overlay;
        this.formats = formats;
        this.navigation = navigation;
        Button bell = Buttons.icon(CarbonIcons.NOTIFICATION, messages.text("bell.open"), this::open);
        bell.setId("bell");
        Label count = new Label();
        count.getStyleClass().add("psh-bell-count");
        count.setMouseTransparent(true);
        count.setMinWidth(USE_PREF_SIZE);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        model.unreadProperty().subscribe(now -> {
            long unread = now.longValue();
            count.setText(unread > 99 ? "99+" : Long.toString(unread));
            count.setVisible(unread > 0);
            bell.setAccessibleText(messages.text("bell.unread", unread));
        });
        getChildren().addAll(bell, count);
    }

    private void open() {
        model.load();
        ListView<Notification> list = new ListView<>(model.list());
        list.getStyleClass().add("psh-bell-list");
        list.setPlaceholder(new Label(messages.text("bell.none")));
        DialogBox box = new DialogBox(messages.text("bell.title"));
        list.setCellFactory(view -> new NoticeCell(box));
        box.content(list).cancel(messages.text("bell.close"), () -> {}).focusOn(list);
        overlay.show(box);
    }

    private void follow(Notification notification, DialogBox box) {
        model.markRead(notification);
        UUID entity = notification.relatedEntityId();
        if (entity != null && Objects.equals(notification.relatedEntityType(), ASSET)) {
            box.close();
            navigation.open("assets", entity.toString());
        }
    }

    private final class NoticeCell extends ListCell<Notification> {
        private final DialogBox box;

        private NoticeCell(DialogBox box) {
            this.box = box;
        }

        @Override
        protected void updateItem(@Nullable Notification item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null || empty ? null : line(item));
        }

        private Node line(Notification item) {
            Label title = new Label(NoticeText.title(item));
            title.getStyleClass().add(item.read() ? "psh-muted" : "psh-strong");
            Label message = new Label(NoticeText.message(item, formats));
            message.getStyleClass().add("psh-muted");
            message.setWrapText(true);
            Label age = new Label(formats.relative(item.createdAt()));
            age.getStyleClass().addAll("psh-faint", "psh-small");
            VBox words = new VBox(title, message, age);
            HBox.setHgrow(words, Priority.ALWAYS);
            Button dismiss = Buttons.icon(CarbonIcons.CLOSE, messages.text("bell.dismiss"), () -> model.dismiss(item));
            HBox row = new HBox(
                    new SeverityBadge()
                            .compact()
                            .show(
                                    switch (item.type()) {
                                        case ALERT -> Grade.CRITICAL;
                                        case WARNING -> Grade.MEDIUM;
                                        case INFO -> Grade.NORMAL;
                                    }),
                    words,
                    dismiss);
            row.getStyleClass().add("psh-gap-8");
            row.setOnMouseClicked(e -> follow(item, box));
            return row;
        }
    }
}
