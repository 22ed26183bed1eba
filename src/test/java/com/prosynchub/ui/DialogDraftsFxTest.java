package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is typed in an open dialog outlives the session and the screen, and comes back to the same person only. */
@ExtendWith(FxToolkitExtension.class)
class DialogDraftsFxTest {
    private static final String HERE_AGAIN = "What you had typed was kept and is here again.";

    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aNewUserIsFoundAgainAfterTheSessionEnded() {
        LiveWindow window = open("Administrator", "users", "#user-search");
        window.keys(KeyCode.CONTROL, KeyCode.N);
        type(window, "#user-username", "grace");
        type(window, "#user-email", "no address yet");
        signInAgain(window);
        window.awaitWords("Something you had typed was kept.");
        Fx.run(() -> window.shell().navigator().open("users"));
        Fx.until(() -> "grace".equals(text(window, "#user-username")));
        assertThat(Fx.call(() -> text(window, "#user-email"))).isEqualTo("no address yet");
        window.awaitWords(HERE_AGAIN);
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> window.find("#user-dialog") == null);
        signInAgain(window);
        Fx.run(() -> window.shell().navigator().open("users"));
        Fx.until(() -> window.find("#user-search") != null);
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#user-dialog") == null))
                .as("who cancelled is not asked again")
                .isTrue();
    }

    @Test
    void theFormOfAUserWaitsUntilTheRightIsBack() {
        LiveWindow window = open("Administrator", "users", "#user-search");
        window.site.plant.user("eve", "Viewer");
        Fx.run(() -> window.shell().navigator().screen().refresh());
        Fx.until(() -> window.find("#user-table") instanceof TableView<?> table
                && table.getItems().stream().anyMatch(line -> line.toString().contains("eve")));
        Fx.run(() -> {
            TableView<?> table = (TableView<?>) window.find("#user-table");
            for (int i = 0; i < table.getItems().size(); i++) {
                if (table.getItems().get(i).toString().contains("username=eve")) {
                    table.getSelectionModel().clearAndSelect(i);
                }
            }
            ((Button) window.find("#user-edit")).fire();
        });
        type(window, "#user-department", "Filling");
        Set<Permission> before = new HashSet<>(window.site.session.user().permissions());
        edit(window, held -> held.removeIf(p -> p.resource() == Resource.USER));
        Fx.until(() -> window.find("#user-dialog") == null);
        window.awaitWords("What you typed is kept");
        edit(window, held -> held.add(Permission.of(Resource.USER, Action.READ)));
        Fx.run(() -> window.shell().navigator().open("users"));
        Fx.until(() -> window.find("#user-search") != null);
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#user-dialog") == null))
                .as("who may only read is offered no form")
                .isTrue();
        edit(window, held -> held.addAll(before));
        Fx.run(() -> window.shell().navigator().open("users"));
        Fx.until(() -> "Filling".equals(text(window, "#user-department")));
        assertThat(Fx.call(() -> text(window, "#user-username"))).isEqualTo("eve");
    }

    @Test
    void aWorkOrderKeepsWhatIsNoNumberYet() {
        LiveWindow window = open("Manager", "workorders", "#workorder-table");
        Fx.until(() -> window.find("#workorder-table") instanceof TableView<?> table
                && !table.getItems().isEmpty());
        Fx.run(() -> ((TableView<?>) Objects.requireNonNull(window.find("#workorder-table")))
                .getSelectionModel()
                .selectFirst());
        Fx.until(() -> window.find("#workorder-edit") instanceof Button);
        Fx.run(() -> ((Button) Objects.requireNonNull(window.find("#workorder-edit"))).fire());
        type(window, "#workorder-title", "Half a thought");
        type(window, "#workorder-estimated", "two or three");
        signInAgain(window);
        Fx.run(() -> window.shell().navigator().open("workorders"));
        Fx.until(() -> "Half a thought".equals(text(window, "#workorder-title")));
        assertThat(Fx.call(() -> text(window, "#workorder-estimated"))).isEqualTo("two or three");
        window.awaitWords(HERE_AGAIN);
    }

    @Test
    void anotherPersonFindsNothing() {
        LiveWindow window = open("Manager", "workorders", "#workorder-table");
        window.keys(KeyCode.CONTROL, KeyCode.N);
        type(window, "#workorder-title", "Mine alone");
        SamplePlant other = new SamplePlant("Manager");
        Fx.run(() -> {
            window.shell().close();
            window.openShell(other.services);
            window.shell().navigator().open("workorders");
        });
        Fx.until(() -> window.find("#workorder-table") != null);
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#workorder-dialog") == null)).isTrue();
        assertThat(Fx.call(() -> window.says("Something you had typed"))).isFalse();
    }

    @Test
    void aNewAssetIsFoundAgain() {
        LiveWindow window = open("Manager", "assets", "#asset-tree");
        window.keys(KeyCode.CONTROL, KeyCode.N);
        type(window, "#field-name", "Spare pump");
        signInAgain(window);
        Fx.run(() -> window.shell().navigator().open("assets"));
        Fx.until(() -> "Spare pump".equals(text(window, "#field-name")));
        window.awaitWords(HERE_AGAIN);
    }

    @Test
    void aMetricsLimitsAreFoundAgainAtTheirAsset() {
        LiveWindow window = open("Manager", "assets", "#asset-tree");
        String asset = window.site.id("Ammonia compressor C-401").toString();
        Fx.run(() -> window.shell().navigator().open("assets", asset + "/metrics"));
        Fx.until(() -> window.find("#metric-define") instanceof Button);
        Fx.run(() -> ((Button) Objects.requireNonNull(window.find("#metric-define"))).fire());
        Fx.until(() -> window.find("#metric-dialog") != null);
        Fx.run(() -> Objects.requireNonNull(window.find("#metric-dialog")).lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow()
                .setText("oil_pressure"));
        signInAgain(window);
        Fx.run(() -> window.shell().navigator().open("assets"));
        Fx.until(() -> window.find("#metric-dialog") instanceof Node dialog
                && dialog.lookupAll(".text-field").stream()
                        .anyMatch(node -> node instanceof TextField field && "oil_pressure".equals(field.getText())));
        assertThat(Fx.call(() -> window.shell().navigator().screen().place())).isEqualTo(asset);
    }

    @Test
    void theRulesOfSignInAreFoundAgain() {
        LiveWindow window = open("Administrator", "settings", "#idle-minutes");
        type(window, "#idle-minutes", "42");
        signInAgain(window);
        Fx.run(() -> window.shell().navigator().open("settings", "signin"));
        Fx.until(() -> "42".equals(text(window, "#idle-minutes")));
        window.awaitWords(HERE_AGAIN);
    }

    private LiveWindow open(String role, String screen, String ready) {
        LiveWindow window = LiveWindow.onAssets(role);
        opened = window;
        Fx.run(() -> window.shell().navigator().open(screen, screen.equals("settings") ? "signin" : ""));
        Fx.until(() -> window.find(ready) != null);
        Fx.pulse();
        return window;
    }

    private static void signInAgain(LiveWindow window) {
        Fx.run(() -> {
            window.shell().close();
            window.openShell(window.site.services);
        });
        Fx.pulse();
    }

    private static void type(LiveWindow window, String selector, String text) {
        Fx.until(() -> window.find(selector) instanceof TextInputControl);
        Fx.run(() -> ((TextInputControl) Objects.requireNonNull(window.find(selector))).setText(text));
    }

    private static @Nullable String text(LiveWindow window, String selector) {
        Node node = window.find(selector);
        return node instanceof TextField field ? field.getText() : null;
    }

    private static void edit(LiveWindow window, Consumer<Set<Permission>> edit) {
        Set<Permission> held = new HashSet<>(window.site.session.user().permissions());
        edit.accept(held);
        window.site.plant.role("Administrator", held);
        window.site.session.follow();
        Fx.run(window.shell()::followRights);
        Fx.pulse();
    }
}
