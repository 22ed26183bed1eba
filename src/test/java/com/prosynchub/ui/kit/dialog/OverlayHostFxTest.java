package com.prosynchub.ui.kit.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkitExtension.class)
class OverlayHostFxTest {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final List<String> done = new ArrayList<>();
    private Stage stage;
    private TextField behind;
    private OverlayHost host;

    @BeforeEach
    void show() {
        Fx.run(() -> {
            behind = new TextField();
            host = new OverlayHost(new VBox(behind), ui);
            host.palette(() -> List.of(
                    new Command("a", "Create asset", () -> done.add("create")),
                    new Command("b", "Go to assets", () -> done.add("go")),
                    new Command("c", "Delete everything", null, () -> false, () -> done.add("never"))));
            Scene scene = new Scene(host, 900, 600);
            ThemeManager.apply(scene, Theme.DARK, 100);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            behind.requestFocus();
        });
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void enterDoesTheNamedActionAndFocusReturns() {
        Fx.run(() -> {
            host.dialogs().confirm("Move", "Move 3 assets?", "Move assets", () -> done.add("moved"));
            assertThat(((Button) focused()).getText()).isEqualTo("Move assets");
            ((Button) focused()).fire();
        });
        assertThat(done).containsExactly("moved");
        Fx.run(() -> {
            assertThat(host.isOpen()).isFalse();
            assertThat(focused()).isSameAs(behind);
        });
    }

    @Test
    void tabGoesRoundInsideADialogInBothDirections() {
        TextField field = Fx.call(TextField::new);
        Fx.run(() -> host.show(
                new DialogBox("Copy").content(field).cancel("Done", () -> {}).primary("Copy password", () -> false)));
        for (String next : List.of("field", "Done", "Copy password", "field")) {
            tab(false);
            assertThat(Fx.call(() -> focused() == field ? "field" : ((Button) focused()).getText()))
                    .isEqualTo(next);
        }
        tab(true);
        assertThat(Fx.call(() -> ((Button) focused()).getText())).isEqualTo("Copy password");
    }

    private void tab(boolean back) {
        Fx.run(() -> Event.fireEvent(
                focused(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false, false)));
        Fx.pulse();
    }

    @Test
    void escapeChangesNothing() {
        Fx.run(() -> {
            host.dialogs().danger("Delete", "Delete 3 assets?", "Delete 3 assets", () -> done.add("deleted"));
            assertThat(((Button) focused()).getText())
                    .as("the safe button has the focus")
                    .isEqualTo("Cancel");
            press(KeyCode.ESCAPE, false);
            assertThat(host.isOpen()).isFalse();
        });
        assertThat(done).isEmpty();
    }

    @Test
    void aDialogWhoseEntriesAreWrongStaysOpen() {
        Fx.run(() -> {
            TextField name = new TextField();
            host.show(new DialogBox("Create asset")
                    .content(name)
                    .focusOn(name)
                    .cancel()
                    .primary("Create asset", () -> !name.getText().isEmpty()));
            assertThat(focused()).isSameAs(name);
            press(KeyCode.ENTER, false);
            assertThat(host.isOpen()).isTrue();
            name.setText("P-101");
            press(KeyCode.ENTER, false);
            assertThat(host.isOpen()).isFalse();
        });
    }

    @Test
    void focusDoesNotLeaveAnOpenDialog() {
        Fx.run(() -> {
            host.dialogs().confirm("Move", "Move 3 assets?", "Move assets", () -> {});
            behind.requestFocus();
            assertThat(((Button) focused()).getText()).isEqualTo("Move assets");
        });
    }

    @Test
    void unsavedChangesHaveThreeWaysOut() {
        for (int i = 0; i < 3; i++) {
            int button = i;
            Fx.run(() -> {
                host.dialogs().unsaved(choice -> done.add(choice.name()));
                List<Node> buttons = new ArrayList<>(host.lookupAll(".psh-dialog-actions > .button"));
                ((Button) buttons.get(button)).fire();
            });
        }
        assertThat(done).containsExactly("STAY", "DISCARD", "SAVE");
    }

    @Test
    void thePaletteFindsAndRuns() {
        Fx.run(() -> {
            press(KeyCode.K, true);
            assertThat(host.isOpen()).isTrue();
            ((TextField) focused()).setText("go as");
            press(KeyCode.ENTER, false);
        });
        assertThat(done).containsExactly("go");
        List<Command> all = List.of(
                new Command("a", "Go to assets", () -> {}),
                new Command("b", "Assets: export", () -> {}),
                new Command("c", "Assets hidden", null, () -> false, () -> {}));
        assertThat(CommandPalette.matching(all, "assets"))
                .extracting(Command::id)
                .containsExactly("b", "a");
    }

    @Test
    void noticesLeaveByThemselvesButFailuresStayOnce() {
        Fx.run(() -> {
            host.notices().success("Saved.");
            host.notices().failure(new Failure.Unavailable(Failure.Store.DOCUMENT, "x"));
            host.notices().failure(new Failure.Unavailable(Failure.Store.DOCUMENT, "x"));
            host.notices().undo("Moved.", () -> done.add("undone"));
            assertThat(host.lookupAll(".psh-notice")).hasSize(3);
            buttonNamed("Undo").fire();
            ui.advance(Duration.ofSeconds(30));
            assertThat(host.lookupAll(".psh-notice")).hasSize(1);
        });
        assertThat(done).containsExactly("undone");
    }

    @Test
    void aFailureIsToldInFull() {
        Fx.run(() -> {
            host.dialogs().failure(new Failure.Unexpected("java.lang.IllegalStateException"));
            assertThat(host.lookupAll(".label").stream()
                            .filter(Label.class::isInstance)
                            .map(node -> ((Label) node).getText()))
                    .contains("Code PSH-UNEXPECTED");
        });
    }

    private Button buttonNamed(String text) {
        return host.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private void press(KeyCode code, boolean control) {
        Event.fireEvent(focused(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }
}
