package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How a person works a window: with the mouse and nothing else but typing text, or by keys alone. Test thread. */
enum Hand {
    MOUSE {
        @Override
        void screen(LiveWindow window, String title) {
            click(words(window, ".psh-rail-button", title));
        }

        @Override
        void put(LiveWindow window, String selector, String text) {
            click(window.get(selector, Node.class));
            write(window, text);
        }

        @Override
        void choose(LiveWindow window, String selector, String words) {
            click(window.get(selector, Node.class));
            Fx.until(() -> offered(words) != null);
            click(Fx.call(() -> Objects.requireNonNull(offered(words))));
        }

        @Override
        void press(LiveWindow window, String selector) {
            click(window.get(selector, Node.class));
        }

        @Override
        void submit(LiveWindow window, String verb) {
            click(words(window, ".button", verb));
        }

        @Override
        void row(LiveWindow window, String selector, String words) {
            click(words(window, selector + " .table-cell", words));
        }

        @Override
        void edit(LiveWindow window) {
            press(window, "#user-edit");
        }
    },

    KEYS {
        @Override
        void screen(LiveWindow window, String title) {
            window.keys(KeyCode.CONTROL, KeyCode.K);
            Fx.until(() -> window.find(".psh-palette") != null);
            window.hands.write(title);
            Fx.pulse();
            window.keys(KeyCode.ENTER);
        }

        @Override
        void put(LiveWindow window, String selector, String text) {
            reach(window, selector);
            write(window, text);
        }

        @Override
        void choose(LiveWindow window, String selector, String words) {
            reach(window, selector);
            for (int i = 0; i < 2 * MOST_CHOICES && !words.equals(shown(window, selector)); i++) {
                tap(i < MOST_CHOICES ? KeyCode.DOWN : KeyCode.UP);
            }
            assertThat(shown(window, selector)).isEqualTo(words);
        }

        @Override
        void press(LiveWindow window, String selector) {
            reach(window, selector);
            window.keys(KeyCode.SPACE);
        }

        @Override
        void submit(LiveWindow window, String verb) {
            if (Fx.call(() -> focused(window) instanceof TextInputControl)) {
                window.keys(KeyCode.ENTER);
                return;
            }
            for (int i = 0; i < MOST && !says(window, verb); i++) {
                tap(KeyCode.TAB);
            }
            assertThat(says(window, verb)).as(verb).isTrue();
            window.keys(KeyCode.SPACE);
        }

        @Override
        void row(LiveWindow window, String selector, String words) {
            reach(window, selector);
            window.keys(KeyCode.HOME);
            for (int i = 0; i < MOST && !chosen(window, selector, words); i++) {
                tap(KeyCode.DOWN);
            }
            assertThat(chosen(window, selector, words)).as(words).isTrue();
        }

        @Override
        void edit(LiveWindow window) {
            window.keys(KeyCode.ENTER);
        }
    };

    private static final int MOST = 60;
    private static final int MOST_CHOICES = 8;

    /** Opens the screen of that title. */
    abstract void screen(LiveWindow window, String title);

    /** Writes into a field over what stands there. */
    abstract void put(LiveWindow window, String selector, String text);

    /** Chooses what is offered under these words. */
    abstract void choose(LiveWindow window, String selector, String words);

    abstract void press(LiveWindow window, String selector);

    /** Does what the button of that verb does: by itself, or by Enter in a field of its form. */
    abstract void submit(LiveWindow window, String verb);

    /** Chooses the row of a table in which these words are a cell. */
    abstract void row(LiveWindow window, String selector, String words);

    /** Opens the chosen row of the users' table. */
    abstract void edit(LiveWindow window);

    private static void click(Node node) {
        Fx.pulse();
        Fx.run(() -> {
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(at.getCenterX(), at.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
        });
        Fx.pulse();
    }

    /** Over what stands in the field that has the focus, as fast as a machine types. */
    private static void write(LiveWindow window, String text) {
        tap(KeyCode.CONTROL, KeyCode.A);
        Fx.run(() -> {
            Node field = Objects.requireNonNull(focused(window));
            text.codePoints()
                    .mapToObj(Character::toString)
                    .forEach(typed -> Event.fireEvent(
                            field,
                            new KeyEvent(
                                    KeyEvent.KEY_TYPED, typed, typed, KeyCode.UNDEFINED, false, false, false, false)));
        });
        Fx.pulse();
    }

    /** Keys together, without the pauses of a person's hand: Tab is pressed hundreds of times. */
    private static void tap(KeyCode... codes) {
        Fx.run(() -> {
            Robot robot = new Robot();
            List.of(codes).forEach(robot::keyPress);
            List.of(codes).reversed().forEach(robot::keyRelease);
        });
        Fx.run(() -> {});
    }

    /** Goes on with Tab until the node has the focus; what Tab never reaches, nobody reaches by keys alone. */
    private static void reach(LiveWindow window, String selector) {
        Fx.until(() -> window.find(selector) != null);
        Node wanted = window.get(selector, Node.class);
        for (int i = 0; i < MOST && Fx.call(() -> !wanted.isFocused()); i++) {
            tap(KeyCode.TAB);
        }
        assertThat(Fx.call(wanted::isFocused)).as("Tab reaches " + selector).isTrue();
    }

    private static Node words(LiveWindow window, String selector, String words) {
        Fx.until(() -> saying(window, selector, words) != null);
        return Fx.call(() -> Objects.requireNonNull(saying(window, selector, words)));
    }

    private static @Nullable Node saying(LiveWindow window, String selector, String words) {
        return window.stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(node -> node instanceof Labeled labeled && words.equals(labeled.getText()))
                .filter(node -> !node.isDisabled() && seen(node))
                // A dialog is drawn last, over whatever says the same below it.
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Node offered(String words) {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .flatMap(popup -> popup.getScene().getRoot().lookupAll(".list-cell").stream())
                .filter(node -> node instanceof ListCell<?> cell && words.equals(cell.getText()))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static String shown(LiveWindow window, String selector) {
        return Fx.call(() -> {
            ComboBox<Object> box = (ComboBox<Object>) Objects.requireNonNull(window.find(selector));
            return box.getValue() == null ? "" : box.getConverter().toString(box.getValue());
        });
    }

    private static boolean chosen(LiveWindow window, String selector, String words) {
        return Fx.call(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(window.find(selector));
            int at = table.getSelectionModel().getSelectedIndex();
            return at >= 0 && table.getColumns().stream().anyMatch(column -> words.equals(column.getCellData(at)));
        });
    }

    private static @Nullable Node focused(LiveWindow window) {
        return window.stage.getScene().getFocusOwner();
    }

    private static boolean says(LiveWindow window, String verb) {
        return Fx.call(() -> focused(window) instanceof Button button && verb.equals(button.getText()));
    }
}
