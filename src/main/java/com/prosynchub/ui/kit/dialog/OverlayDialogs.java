package com.prosynchub.ui.kit.dialog;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The usual questions, shown in the window's overlay. FX thread. */
final class OverlayDialogs implements Dialogs {
    private final OverlayHost host;

    OverlayDialogs(OverlayHost host) {
        this.host = host;
    }

    @Override
    public void confirm(String title, String text, String verb, Runnable action) {
        host.show(new DialogBox(title).text(text).cancel().primary(verb, () -> after(action)));
    }

    @Override
    public void danger(String title, String text, String verb, Runnable action) {
        host.show(new DialogBox(title).text(text).cancel().dangerous(verb, () -> after(action)));
    }

    @Override
    public void because(String title, String text, String verb, Consumer<String> action) {
        Messages kit = Messages.kit();
        TextField reason = new TextField();
        reason.setId("reason");
        Form form = new Form();
        form.add("reason", kit.text("reason"), reason).setHint(kit.text("reason.hint"));
        host.show(new DialogBox(title)
                .text(text)
                .content(form)
                .cancel()
                .dangerous(verb, () -> after(() -> action.accept(reason.getText()))));
    }

    @Override
    public void failure(Failure failure) {
        Messages kit = Messages.kit();
        FailureText words = FailureText.of(failure);
        Label code = new Label(kit.text("state.code", words.code()));
        code.getStyleClass().addAll(Styles.FAINT, Styles.SMALL);
        TextArea details = new TextArea(words.details());
        details.setEditable(false);
        details.setWrapText(true);
        details.setPrefRowCount(4);
        host.show(new DialogBox(words.what())
                .text(words.why() + " " + words.todo())
                .content(code)
                .content(details)
                .primary(kit.text("dialog.close"), () -> true)
                .secondary(kit.text("state.copy"), () -> copy(words.copyable())));
    }

    @Override
    public void unsaved(Consumer<UnsavedChoice> answer) {
        Messages kit = Messages.kit();
        host.show(new DialogBox(kit.text("unsaved.title"))
                .text(kit.text("unsaved.text"))
                .cancel(kit.text("unsaved.stay"), () -> answer.accept(UnsavedChoice.STAY))
                .primary(kit.text("unsaved.save"), () -> after(() -> answer.accept(UnsavedChoice.SAVE)))
                .secondary(kit.text("unsaved.discard"), () -> answer.accept(UnsavedChoice.DISCARD)));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Runs the action first and lets the dialog close; an action that opens another dialog replaces this one. */
    private static boolean after(Runnable action) {
        action.run();
        return true;
    }
}
