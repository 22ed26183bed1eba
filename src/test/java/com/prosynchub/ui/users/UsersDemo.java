package com.prosynchub.ui.users;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Screenshots;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.SampleWindow;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Takes pictures of the dialogs of the users screen, in the language of the first argument. Run by hand. */
public final class UsersDemo {
    private final Scene scene;
    private final String suffix;

    private UsersDemo(Theme theme, int width, int height) {
        suffix = (height > 800 ? "-1080-" : "-") + theme.word();
        scene = Fx.call(() -> {
            SamplePlant site = new SamplePlant("Administrator");
            site.plant.user("tom", "Manager");
            site.plant.refused(site.plant.user("priya", "Operator").id(), 6);
            site.plant.signedIn(site.plant.user("luis", "Technician").id(), "ws_filling");
            site.plant.failed(site.plant.user("george", "Viewer"), "ws_gate");
            site.plant.failed(null, "ws_filling");
            site.plant.signedIn(site.plant.user("mia", "Technician").id(), "ws_hall");
            SampleWindow window = new SampleWindow(site);
            window.shell.start();
            window.shell.navigator().open("users");
            return Screenshots.scene(window.shell.root(), theme, width, height, 100);
        });
        settle();
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        FxToolkitExtension.start();
        Language.of(args.length == 0 ? "en" : args[0]).ifPresent(language -> Fx.run(language::use));
        Path list = Files.createTempFile("people", ".csv");
        Files.writeString(list, """
            user name;e-mail;role;first name;last name;department
            amelie;amelie@nordholm.example;Operator;Amélie;Brandt;Filling hall
            jonas;jonas@nordholm.example;Technician;Jonas;Vestergaard;Utilities
            tom;tom@plant.example;Manager;Tom;Tester;Process hall
            bob;nowhere;Captain;Bob;Rask;=HYPERLINK("x")
            jonas;j2@nordholm.example;Viewer;Jonas;Twice;Process hall
            maria;maria@nordholm.example;Viewer;María;Fernández de la Cruz;Raw milk hall
            """);
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                new UsersDemo(theme, size[0], size[1]).takeAll(list);
            }
        }
        Files.delete(list);
        Platform.exit();
    }

    private void takeAll(Path list) {
        take("users-list");
        fire("#user-import");
        Fx.run(() -> ((TextField) scene.lookup("#user-import-file")).setText(list.toString()));
        take("users-import-1");
        primary();
        take("users-import-2");
        primary();
        take("users-import-3");
        Fx.run(() -> ((Button) Objects.requireNonNull(scene.lookup(".psh-dialog-actions .button"))).fire());
        choose("luis");
        fire("#user-sessions-open");
        take("users-sessions");
        Fx.run(() -> ((Button) Objects.requireNonNull(scene.lookup(".psh-dialog-actions .button"))).fire());
        fire("#user-failures-open");
        take("users-failures");
    }

    private void choose(String username) {
        settle();
        Fx.run(() -> {
            TableView<?> table = (TableView<?>) scene.lookup("#user-table");
            for (int i = 0; i < table.getItems().size(); i++) {
                if (table.getItems().get(i).toString().contains("username=" + username + ",")) {
                    table.getSelectionModel().clearAndSelect(i);
                }
            }
        });
    }

    private void fire(String selector) {
        Fx.run(() -> ((Button) Objects.requireNonNull(scene.lookup(selector), selector)).fire());
        settle();
    }

    private void primary() {
        Fx.run(() -> List.copyOf(scene.getRoot().lookupAll(".psh-dialog-actions .button")).stream()
                .filter(node -> node.getStyleClass().contains("accent"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        settle();
    }

    private void take(String name) {
        settle();
        Screenshots.of(scene, name + suffix);
    }

    private void settle() {
        for (int i = 0; i < 8; i++) {
            Fx.call(() -> scene.snapshot(null));
            Fx.pulse();
        }
    }
}
