package com.prosynchub.ui.kit.dialog;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.function.BooleanSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A dialog inside the window: title, content, and buttons named by verbs. Enter does the primary action, Escape the cancel
 * action. Shown by {@link OverlayHost}. FX thread.
 */
public final class DialogBox extends VBox {
    private final HBox actions = new HBox();
    private @Nullable Button primary;
    private @Nullable Node focus;
    private Runnable onCancel = () -> {};
    private Runnable closer = () -> {};
    private BooleanSupplier keep = () -> false;

    public DialogBox(String title) {
        getStyleClass().add("psh-dialog");
        actions.getStyleClass().add("psh-dialog-actions");
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.HEADING);
        heading.setWrapText(true);
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(heading, actions);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Adds a paragraph. */
    public DialogBox text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return content(label);
    }

    /** Adds content above the buttons. */
    public DialogBox content(Node node) {
        getChildren().add(getChildren().size() - 1, node);
        return this;
    }

    /** The named action; it answers whether the dialog may close, so that validation can keep it open. */
    public DialogBox primary(String verb, BooleanSupplier action) {
        return main(Buttons.primary(verb, () -> {}), action);
    }

    /** As {@link #primary}, for what cannot be undone; then Escape's button has the focus. */
    public DialogBox dangerous(String verb, BooleanSupplier action) {
        return main(Buttons.danger(verb, () -> {}), action);
    }

    /** Another way out, left of the primary one. */
    public DialogBox secondary(String verb, Runnable action) {
        Button button = Buttons.secondary(verb, () -> {
            close();
            action.run();
        });
        actions.getChildren().add(Math.max(0, actions.getChildren().size() - (primary == null ? 0 : 1)), button);
        return this;
    }

    /** The way out that changes nothing; also what Escape does. */
    public DialogBox cancel(String text, Runnable action) {
        onCancel = action;
        Button button = Buttons.secondary(text, this::cancelled);
        actions.getChildren().addFirst(button);
        return this;
    }

    public DialogBox cancel() {
        return cancel(Messages.kit().text("dialog.cancel"), () -> {});
    }

    /** The field that has the focus at first; otherwise the first button that is safe. */
    public DialogBox focusOn(Node node) {
        focus = node;
        return this;
    }

    /**
     * Puts typed work aside when the end of the session or of the screen takes the dialog away, and not the person.
     *
     * @param aside answers whether there was any
     */
    public DialogBox keeping(BooleanSupplier aside) {
        keep = aside;
        return this;
    }

    /** Room for a form of two columns. */
    public DialogBox wide() {
        getStyleClass().add("psh-dialog-wide");
        return this;
    }

    /** Takes it away without doing anything. */
    public void close() {
        closer.run();
    }

    void shown(Runnable onClose) {
        closer = onClose;
        Node first = firstFocus();
        if (first != null) {
            first.requestFocus();
        }
    }

    /** Where the focus begins; null for a dialog without field or button. */
    @Nullable
    Node firstFocus() {
        if (focus != null) {
            return focus;
        }
        return actions.getChildren().isEmpty() ? null : safeButton();
    }

    void cancelled() {
        close();
        onCancel.run();
    }

    boolean abandoned() {
        close();
        return keep.getAsBoolean();
    }

    private Node safeButton() {
        boolean dangerous = primary != null && primary.getStyleClass().contains(Styles.DANGER);
        return primary == null || dangerous ? actions.getChildren().getFirst() : primary;
    }

    private DialogBox main(Button button, BooleanSupplier action) {
        button.setOnAction(event -> {
            if (action.getAsBoolean()) {
                close();
            }
        });
        primary = button;
        actions.getChildren().add(button);
        return this;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            cancelled();
        } else if (event.getCode() == KeyCode.ENTER
                && primary != null
                && !(event.getTarget() instanceof Button)
                && !(event.getTarget() instanceof TextArea)) {
            event.consume();
            primary.fire();
        }
    }
}
