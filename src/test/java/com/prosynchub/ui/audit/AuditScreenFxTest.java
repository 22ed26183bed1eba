package com.prosynchub.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.audit.FieldChange;
import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.ui.LiveWindow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit in the window: looked through by mouse, and by keyboard alone. */
@ExtendWith(FxToolkitExtension.class)
class AuditScreenFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private LiveWindow open() {
        LiveWindow window = LiveWindow.onAssets("Administrator");
        opened = window;
        UserAccount ada = window.site.plant.user("ada", "Manager");
        UserAccount bob = window.site.plant.user("bob", "Operator");
        window.site.plant.recorded(
                ada,
                "UPDATE",
                "LOCATION",
                "7",
                Map.of("name", "Hall", "city", "Kiel"),
                Map.of("name", "Yard", "city", "Kiel"));
        window.site.plant.recorded(bob, "CREATE", "PART", "8", Map.of(), Map.of("name", "Seal"));
        Fx.run(() -> window.shell().navigator().open("audit"));
        Fx.until(() -> rows(window) == 2);
        return window;
    }

    @Test
    void byMouse() {
        LiveWindow window = open();
        window.awaitWords("Yard");
        window.hands.clickOn(Fx.call(() -> cell(window, "Yard")));
        Fx.until(() -> !changes(window).getItems().isEmpty());
        assertThat(Fx.call(() -> List.<Object>copyOf(changes(window).getItems())))
                .containsExactly(new FieldChange("name", "Hall", "Yard"));
        window.awaitWords("ada on ws-hall, ProSyncHub 0.1.0");
        window.hands.clickOn(window.get("#audit-only-person", Button.class));
        Fx.until(() -> rows(window) == 1);
        window.hands.clickOn(window.get("#audit-person", Button.class));
        Fx.until(() -> rows(window) == 2);
        Fx.run(() -> window.site.plant.breakLedger(2L, LedgerCheck.Problem.ALTERED));
        window.hands.clickOn(window.get("#audit-verify", Button.class));
        window.awaitWords("Entry 2 was altered");
        assertThat(Fx.call(() -> ((Label) Objects.requireNonNull(window.find("#audit-verdict"))).getStyleClass()))
                .contains("psh-danger-text");
    }

    @Test
    void byKeyboardAlone() {
        LiveWindow window = open();
        Fx.until(() -> window.find("#audit-search") instanceof TextField search && search.isFocused());
        window.hands.write("seal");
        Fx.until(() -> rows(window) == 1);
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> rows(window) == 2);
        tabUntil(window, "#audit-action");
        window.keys(KeyCode.DOWN);
        Fx.until(() -> window.find("#audit-action") instanceof ComboBox<?> box && box.getValue() != null);
        Fx.run(() -> ((ComboBox<?>) Objects.requireNonNull(window.find("#audit-action")))
                .getSelectionModel()
                .selectFirst());
        Fx.until(() -> rows(window) == 2);
        tabUntil(window, "#audit-table");
        window.keys(KeyCode.END);
        Fx.until(() -> window.find("#audit-heading") instanceof Label label
                && label.getText().contains("Yard"));
        backUntil(window, "#audit-verify");
        window.keys(KeyCode.SPACE);
        window.awaitWords("The ledger is whole: all 2 entries");
    }

    @Test
    void aFieldIsTakenBackWithAReason() {
        LiveWindow window = open();
        Fx.run(() -> ((TableView<?>) Objects.requireNonNull(window.find("#audit-table")))
                .getSelectionModel()
                .selectLast());
        Fx.until(() -> changes(window).getItems().size() == 1);
        assertThat(window.get("#audit-restore", Button.class).isDisabled()).isTrue();
        Fx.run(() -> changes(window).getSelectionModel().selectFirst());
        window.hands.clickOn(window.get("#audit-restore", Button.class));
        Fx.until(() -> window.find("#audit-reason") instanceof TextField reason && reason.isFocused());
        window.hands.write("typing error");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.site.plant.restored.contains("name because typing error"));
        Fx.until(() -> window.find("#audit-restore-dialog") == null);
    }

    @Test
    void whoMayNotReadTheAuditHasNoSuchScreen() {
        LiveWindow window = LiveWindow.onAssets("Manager");
        opened = window;
        Fx.run(() -> window.shell().navigator().open("audit"));
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#audit-table") == null)).isTrue();
    }

    @Test
    void whoMayExportIsOfferedIt() {
        LiveWindow window = open();
        assertThat(Fx.call(() -> window.find("#audit-export") instanceof Button))
                .isTrue();
    }

    private static void tabUntil(LiveWindow window, String id) {
        press(window, id, KeyCode.TAB);
    }

    private static void backUntil(LiveWindow window, String id) {
        press(window, id, KeyCode.SHIFT, KeyCode.TAB);
    }

    private static void press(LiveWindow window, String id, KeyCode... keys) {
        for (int i = 0;
                i < 20 && !Fx.call(() -> Objects.requireNonNull(window.find(id)).isFocused());
                i++) {
            window.keys(keys);
        }
        assertThat(Fx.call(() -> Objects.requireNonNull(window.find(id)).isFocused()))
                .as("%s has the focus", id)
                .isTrue();
    }

    private static Node cell(LiveWindow window, String words) {
        return window.stage.getScene().getRoot().lookupAll(".table-cell").stream()
                .filter(node -> node instanceof Labeled cell && words.equals(cell.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static int rows(LiveWindow window) {
        return window.find("#audit-table") instanceof TableView<?> table
                ? table.getItems().size()
                : -1;
    }

    private static TableView<?> changes(LiveWindow window) {
        return (TableView<?>) Objects.requireNonNull(window.find("#audit-changes"));
    }
}
