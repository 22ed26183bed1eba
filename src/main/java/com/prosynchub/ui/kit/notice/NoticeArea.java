package com.prosynchub.ui.kit.notice;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Notices stacked at the lower right, newest last; the area itself lets the mouse through. FX thread. */
public final class NoticeArea extends VBox implements Notices {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final int MOST = 4;

    private final UiScheduler ui;

    public NoticeArea(UiScheduler ui) {
        this.ui = ui;
        getStyleClass().add("psh-notices");
        setPickOnBounds(false);
    }

    @Override
    public void info(String text) {
        fading(SHORT, notice("psh-info", CarbonIcons.INFORMATION, text));
    }

    @Override
    public void success(String text) {
        fading(SHORT, notice("psh-success", CarbonIcons.CHECKMARK_OUTLINE, text));
    }

    @Override
    public void warning(String text) {
        fading(LONG, notice("psh-warning", CarbonIcons.WARNING_ALT, text));
    }

    @Override
    public void failure(Failure failure) {
        FailureText words = FailureText.of(failure);
        String text = words.what() + " " + words.todo() + " (" + words.code() + ")";
        // The same trouble said ten times is noise: one line is enough.
        getChildren().removeIf(node -> text.equals(node.getUserData()));
        Node notice = notice("psh-error", CarbonIcons.WARNING_ALT, text);
        notice.setUserData(text);
        add(notice);
    }

    @Override
    public void undo(String text, Runnable undo) {
        HBox notice = notice("psh-success", CarbonIcons.CHECKMARK_OUTLINE, text);
        Node button = Buttons.secondary(Messages.kit().text("notice.undo"), () -> {
            getChildren().remove(notice);
            undo.run();
        });
        notice.getChildren().add(notice.getChildren().size() - 1, button);
        fading(LONG, notice);
    }

    private HBox notice(String kind, Ikon ikon, String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox notice = new HBox(Icons.of(ikon), words);
        notice.getChildren()
                .add(Buttons.icon(CarbonIcons.CLOSE, Messages.kit().text("notice.dismiss"), () -> getChildren()
                        .remove(notice)));
        notice.getStyleClass().addAll("psh-notice", kind);
        notice.setAccessibleRole(AccessibleRole.TEXT);
        notice.setAccessibleText(text);
        return notice;
    }

    private void fading(Duration after, Node notice) {
        add(notice);
        ui.after(after, () -> getChildren().remove(notice));
    }

    private void add(Node notice) {
        if (getChildren().size() >= MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(notice);
    }
}
