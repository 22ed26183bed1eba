package com.prosynchub.ui.kit.dialog;

import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.notice.NoticeArea;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.UiScheduler;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Root of a window: the content, above it dialogs or the palette one at a time over a scrim, above all the notices. While
 * something is open the content takes no input; when it closes, focus returns to where it was. FX thread.
 */
public final class OverlayHost extends StackPane {

    private final Node content;
    private final Region scrim = new Region();
    private final NoticeArea notices;
    private final Dialogs dialogs = new OverlayDialogs(this);
    private Supplier<List<Command>> bindable = List::of;
    private @Nullable Node open;
    private @Nullable Node focusBefore;
    private @Nullable Node lock;
    private @Nullable Veil veil;
    private @Nullable Node focusBeforeLock;
    private @Nullable Runnable whenFree;
    private @Nullable KeyEvent pressed;

    public OverlayHost(Node content, UiScheduler ui) {
        this.content = content;
        this.notices = new NoticeArea(ui);
        scrim.getStyleClass().add("psh-scrim");
        scrim.setVisible(false);
        scrim.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> dismiss());
        // What does not fit is cut at its end and not on both sides.
        setAlignment(content, Pos.TOP_LEFT);
        getChildren().addAll(content, scrim, notices);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed = event);
        addEventFilter(KeyEvent.KEY_RELEASED, event -> pressed = null);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public Notices notices() {
        return notices;
    }

    /** Ctrl+K anywhere in the window opens the palette over these commands, asked for anew each time. */
    public void palette(Supplier<List<Command>> commands) {
        palette(commands, CommandFinder.NONE);
    }

    /** As {@link #palette(Supplier)}; what the finder finds for the typed text is listed below the commands. */
    public void palette(Supplier<List<Command>> commands, CommandFinder finder) {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.PALETTE.match(event) && !isOpen()) {
                event.consume();
                showPalette(commands.get(), finder);
            }
        });
    }

    /** Sets what {@link #bindable()} answers. */
    public void bindable(Supplier<List<Command>> commands) {
        bindable = commands;
    }

    /** The commands whose keys a person may choose, with their standard keys. */
    public List<Command> bindable() {
        return bindable.get();
    }

    public void showPalette(List<Command> commands) {
        showPalette(commands, CommandFinder.NONE);
    }

    public void showPalette(List<Command> commands, CommandFinder finder) {
        CommandPalette palette = new CommandPalette(commands, finder, this::closeOpen);
        StackPane.setAlignment(palette, Pos.TOP_CENTER);
        StackPane.setMargin(palette, new Insets(96, 0, 0, 0));
        open(palette);
        palette.focus();
    }

    /** Shows a dialog; one that is open already is cancelled first. */
    public void show(DialogBox dialog) {
        dismiss();
        open(dialog);
        dialog.shown(() -> {
            if (open == dialog) {
                closeOpen();
            }
        });
    }

    /** Whether a dialog or the palette is open, or the window is locked. */
    public boolean isOpen() {
        return open != null || lock != null;
    }

    /**
     * Covers everything, an open dialog and the notices too, until {@link #unlock}: nothing below takes a key or the mouse.
     *
     * @param pane lies above it all and has the focus
     * @param kept what stays visible below it; null for nothing
     */
    public void lock(Node pane, @Nullable Node kept) {
        if (lock != null) {
            return;
        }
        Scene scene = getScene();
        focusBeforeLock = scene == null ? null : scene.getFocusOwner();
        // Menus and hints have windows of their own, above everything.
        Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .toList()
                .forEach(Window::hide);
        lock = pane;
        veil = Veil.over(this, kept, pane);
        getChildren().add(pane);
        applyCss();
        layout();
    }

    /** Shows everything as it was, with the focus where it was. */
    public void unlock() {
        if (lock == null || veil == null) {
            return;
        }
        getChildren().remove(lock);
        lock = null;
        veil.lift();
        veil = null;
        if (focusBeforeLock != null) {
            focusBeforeLock.requestFocus();
            focusBeforeLock = null;
        }
    }

    /** Cancels what is open. */
    public void cancel() {
        dismiss();
    }

    /**
     * Takes away what is open because its session or its screen goes: no button counts as pressed, and what is typed is put
     * aside. Answers whether something was.
     */
    public boolean abandon() {
        whenFree = null;
        if (open instanceof DialogBox dialog) {
            return dialog.abandoned();
        }
        closeOpen();
        return false;
    }

    /** Runs {@code action} when nothing is open: now, or when that closes; only the newest action waits. */
    public void whenFree(Runnable action) {
        if (open == null) {
            action.run();
        } else {
            whenFree = action;
        }
    }

    /** Tab must not reach what lies behind the scrim: focus that strays there is called back. */
    private void keepFocus(@Nullable Node owner) {
        if (lock != null) {
            if (owner != null && !isInside(owner, lock)) {
                firstIn(lock);
            }
            return;
        }
        if (open == null || owner == null || isInside(owner, open) || isInside(owner, notices)) {
            return;
        }
        Node first = open instanceof DialogBox dialog ? around(dialog) : null;
        if (open instanceof CommandPalette palette) {
            palette.focus();
        } else if (first != null) {
            first.requestFocus();
        }
    }

    /** Where Tab goes on from the last node of a dialog, and Shift+Tab from the first. */
    private @Nullable Node around(DialogBox dialog) {
        KeyEvent key = pressed;
        if (key == null || key.getCode() != KeyCode.TAB) {
            return dialog.firstFocus();
        }
        List<Node> order = FocusOrder.of(dialog);
        return order.isEmpty() ? dialog.firstFocus() : key.isShiftDown() ? order.getLast() : order.getFirst();
    }

    private static void firstIn(Node pane) {
        pane.lookupAll(".text-input").stream()
                .filter(Node::isVisible)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static boolean isInside(Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }

    private void open(Node node) {
        if (open == null) {
            Scene scene = getScene();
            focusBefore = scene == null ? null : scene.getFocusOwner();
        } else {
            getChildren().remove(open);
        }
        open = node;
        scrim.setVisible(true);
        // Not disabled: that would grey it out.
        content.setMouseTransparent(true);
        getChildren().add(getChildren().indexOf(scrim) + 1, node);
        applyCss();
        layout();
    }

    private void dismiss() {
        if (open instanceof DialogBox dialog) {
            dialog.cancelled();
        } else if (open != null) {
            closeOpen();
        }
    }

    private void closeOpen() {
        if (open != null) {
            getChildren().remove(open);
            open = null;
        }
        scrim.setVisible(false);
        content.setMouseTransparent(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        Runnable waiting = whenFree;
        if (waiting != null) {
            whenFree = null;
            waiting.run();
        }
    }
}
