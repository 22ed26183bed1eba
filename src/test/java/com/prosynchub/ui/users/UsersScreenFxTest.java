package com.prosynchub.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Samples;
import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.site.CodeKind;
import com.prosynchub.model.site.SiteSettings;
import com.prosynchub.ui.LiveWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of an account in the window, from creation to deactivation. */
@ExtendWith(FxToolkitExtension.class)
class UsersScreenFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void fromCreationToDeactivation() {
        LiveWindow window = LiveWindow.onAssets("Administrator");
        opened = window;
        Fx.run(() -> window.shell().navigator().open("users"));
        Fx.until(() -> window.find("#user-search") instanceof TextField search && search.isFocused());
        window.keys(KeyCode.CONTROL, KeyCode.N);
        Fx.until(() -> window.find("#user-dialog") != null);
        Fx.run(() -> {
            text(window, "#user-username").setText("grace");
            text(window, "#user-email").setText("grace@plant.example");
            ((ComboBox<?>) Objects.requireNonNull(window.find("#user-role")))
                    .getSelectionModel()
                    .selectLast();
            text(window, "#user-username").requestFocus();
        });
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#user-password") != null);
        assertThat(Fx.call(() -> text(window, "#user-password").getText())).startsWith("Temporary-");
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> window.find("#user-password") == null);
        choose(window, "grace");
        press(window, "#user-edit");
        Fx.until(() -> window.find("#user-dialog") != null);
        Fx.run(() -> {
            text(window, "#user-department").setText("Filling");
            text(window, "#user-department").requestFocus();
        });
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "Filling".equals(stored(window).department()));
        Fx.until(() -> window.find("#user-dialog") == null);
        choose(window, "grace");
        press(window, "#user-deactivate");
        window.awaitWords("Deactivate grace?");
        Fx.run(() -> text(window, "#reason").setText("left the plant"));
        Fx.run(() -> window.stage.getScene().getRoot().lookupAll(".psh-dialog .button.danger").stream()
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.until(() -> !stored(window).active());
        assertThat(window.site.plant.reasons).containsExactly("left the plant");
        window.awaitWords("grace was deactivated");
    }

    @Test
    void aLimitIsTickedByKeysAndSaidInASentence() {
        LiveWindow window = LiveWindow.onAssets("Administrator");
        opened = window;
        UserAccount eve = window.site.plant.user("eve", "Viewer");
        Location works = window.site.session.locations().insert(Samples.location("Aaa works", null));
        Fx.run(() -> window.shell().navigator().open("users"));
        choose(window, "eve");
        press(window, "#user-edit");
        Fx.until(() -> window.find("#user-places") instanceof TreeView<?> tree
                && tree.getRoot() != null
                && !tree.getRoot().getChildren().isEmpty());
        assertThat(Fx.call(() -> sees(window))).isEqualTo("Sees everything.");
        Fx.run(() -> {
            TreeView<?> tree = (TreeView<?>) Objects.requireNonNull(window.find("#user-places"));
            tree.requestFocus();
            tree.getSelectionModel().select(0);
        });
        window.keys(KeyCode.SPACE);
        Fx.until(() -> "Sees Aaa works, with everything below.".equals(sees(window)));
        Fx.run(() -> text(window, "#user-department").requestFocus());
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#user-dialog") == null);
        assertThat(window.site.session.accounts().places(eve.id())).containsExactly(works.id());
    }

    private static String sees(LiveWindow window) {
        return ((Label) Objects.requireNonNull(window.find("#user-sees"))).getText();
    }

    @Test
    void theSitesDepartmentsAreOfferedAndAnyOtherCanBeTyped() {
        LiveWindow window = LiveWindow.onAssets("Administrator");
        opened = window;
        SiteSettings now = window.site.services.siteSettings().read();
        window.site
                .services
                .siteSettings()
                .save(new SiteSettings(
                        now.workingDays(),
                        now.shifts(),
                        now.holidays(),
                        Map.of(CodeKind.DEPARTMENT, List.of("Filling", "Cold store")),
                        now.numbering(),
                        now.revision()));
        Fx.run(() -> window.shell().navigator().open("users"));
        Fx.until(() -> window.find("#user-search") instanceof TextField search && search.isFocused());
        window.keys(KeyCode.CONTROL, KeyCode.N);
        Fx.until(() -> window.find("#user-department-words") instanceof MenuButton menu && menu.isVisible());
        Fx.run(() -> text(window, "#user-department").requestFocus());
        window.keys(KeyCode.ALT, KeyCode.DOWN);
        Fx.until(() -> window.find("#user-department-words") instanceof MenuButton menu && menu.isShowing());
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(window.find("#user-department-words")))
                .getItems()
                .getLast()
                .fire());
        assertThat(Fx.call(() -> text(window, "#user-department").getText())).isEqualTo("Cold store");
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(window.find("#user-department-words"))).hide());
        Fx.run(() -> text(window, "#user-department").setText("Yard"));
        assertThat(Fx.call(() -> text(window, "#user-department").getText())).isEqualTo("Yard");
    }

    @Test
    void aListIsCheckedAndThenImported(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(
                folder.resolve("people.csv"), "user;mail;role\ngrace;grace@plant.example;Viewer\nbob;nowhere;Viewer\n");
        LiveWindow window = LiveWindow.onAssets("Administrator");
        opened = window;
        Fx.run(() -> window.shell().navigator().open("users"));
        press(window, "#user-import");
        Fx.until(() -> window.find("#user-import-file") != null);
        window.hands.write(list.toString(), 0);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#user-import-preview") != null);
        window.awaitWords("1 new, 0 already there, 1 refused");
        window.awaitWords("E-mail: This is not in the expected form.");
        window.keys(KeyCode.SPACE);
        Fx.until(() -> window.find("#user-import-passwords") instanceof TableView<?> given
                && given.getItems().size() == 1);
        assertThat(stored(window).username()).isEqualTo("grace");
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> window.find("#user-import-passwords") == null);
        choose(window, "grace");
    }

    @Test
    void whoManagesNoUsersHasNoSuchScreen() {
        LiveWindow window = LiveWindow.onAssets("Manager");
        opened = window;
        Fx.run(() -> window.shell().navigator().open("users"));
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#user-table") == null)).isTrue();
    }

    private static TextField text(LiveWindow window, String id) {
        return (TextField) Objects.requireNonNull(window.find(id), id);
    }

    private static void press(LiveWindow window, String id) {
        Fx.until(() -> window.find(id) instanceof Button button && !button.isDisabled());
        Fx.run(() -> ((Button) Objects.requireNonNull(window.find(id))).fire());
    }

    private static void choose(LiveWindow window, String username) {
        Fx.until(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(window.find("#user-table"));
            for (int i = 0; i < table.getItems().size(); i++) {
                if (table.getItems().get(i).toString().contains("username=" + username + ",")) {
                    table.getSelectionModel().clearAndSelect(i);
                    return true;
                }
            }
            return false;
        });
    }

    private static UserAccount stored(LiveWindow window) {
        return window.site
                .session
                .accounts()
                .lines(new AccountFilter("grace", null, null), PageRequest.first(1))
                .items()
                .getFirst()
                .account();
    }
}
