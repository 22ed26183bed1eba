package com.prosynchub.demo;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.Screenshots;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.SampleWindow;
import com.prosynchub.ui.kit.theme.Theme;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;

/**
 * Pictures of what is hard to show well: long names, ten thousand rows, none at all, a store that does not answer, and every
 * dialog. For review, never for the manual. Run by hand on the headless platform; an argument picks by name.
 */
public final class ReviewDemo {
    private static final String LONG =
            "Booster pump P-220 with frequency converter, double mechanical seal and flushing vessel, second storey,"
                    + " north wing";

    private static String only = "";

    private ReviewDemo() {}

    public static void main(String[] args) throws InterruptedException {
        FxToolkitExtension.start();
        only = args.length == 0 ? "" : args[0];
        for (Theme theme : Theme.values()) {
            Map.<String, Runnable>of(
                            "tree", () -> trees(theme),
                            "users", () -> users(theme),
                            "dialogs", () -> dialogs(theme),
                            "forms", () -> forms(theme))
                    .forEach((name, shots) -> {
                        if (only.isEmpty() || name.equals(only)) {
                            shots.run();
                        }
                    });
        }
        Platform.exit();
    }

    private static void trees(Theme theme) {
        shot("review-tree-many", theme, () -> plant("Manager", ReviewDemo::many), window -> window.shell
                .navigator()
                .open("assets", window.site.id("Air compressor C-402").toString()));
        shot("review-tree-long", theme, () -> plant("Manager", ReviewDemo::deep), window -> window.shell
                .navigator()
                .open("assets", UUID.nameUUIDFromBytes(new byte[] {7}).toString()));
    }

    private static void users(Theme theme) {
        shot(
                "review-users-many",
                theme,
                () -> plant("Administrator", site -> {
                    for (int i = 0; i < 300; i++) {
                        site.plant.user(
                                (i % 7 == 0 ? "maximiliane.von-hohenstaufen-und-zollern-" : "p") + i,
                                i % 2 == 0 ? "Operator" : "Technician");
                    }
                }),
                window -> window.shell.navigator().open("users"));
        shot("review-users-none", theme, () -> plant("Administrator", site -> {}), window -> {
            window.shell.navigator().open("users");
            type(window, "#user-search", "nobody is called this");
        });
        shot("review-users-failed", theme, () -> plant("Administrator", site -> {}), window -> {
            window.site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "connection refused"));
            window.shell.navigator().open("users");
        });
    }

    private static void dialogs(Theme theme) {
        for (String button :
                new String[] {"user-add", "user-edit", "user-reset", "user-deactivate", "user-sessions-open"}) {
            shot(
                    "review-" + button,
                    theme,
                    () -> plant("Administrator", site -> {
                        site.plant.user("tom", "Manager");
                        site.plant.signedIn(
                                site.plant.user("luis", "Technician").id(), "ws_filling");
                    }),
                    window -> {
                        window.shell.navigator().open("users");
                        later(() -> {
                            chooseLast(window);
                            press(window, "#" + button);
                        });
                    });
        }
        shot("review-conflict", theme, () -> plant("Manager", site -> {}), window -> {
            UUID id = window.site.id("Ammonia compressor C-401");
            window.shell.navigator().open("assets", id.toString());
            later(() -> press(window, "#asset-edit"));
            later(() -> {
                type(window, "#field-name", "Ammonia compressor C-401, overhauled");
                Asset stored = window.site.session.assets().find(id).orElseThrow();
                window.site.session.assets().update(Records.renamed(stored, "Ammonia compressor C-401 (spare)"));
                press(window, "#editor-save");
            });
        });
    }

    private static void forms(Theme theme) {
        shot("review-location-new", theme, () -> plant("Manager", site -> {}), window -> {
            window.shell.navigator().open("locations");
            later(() -> pressNamed(window, "New location"));
        });
        shot("review-location", theme, () -> plant("Manager", site -> {}), window -> {
            window.shell.navigator().open("locations");
            later(() -> chooseRow(window, "#location-tree", 2));
        });
        shot("review-type", theme, () -> plant("Manager", site -> {}), window -> {
            window.shell.navigator().open("asset-types");
            later(() -> pressNamed(window, "New type"));
        });
    }

    private static SamplePlant plant(String role, Consumer<SamplePlant> more) {
        SamplePlant site = new SamplePlant(role);
        more.accept(site);
        return site;
    }

    private static void many(SamplePlant site) {
        UUID parent = site.id("Air compressor C-402");
        int type = site.session.assetTypes().all().getFirst().id();
        for (int i = 0; i < 10_000; i++) {
            site.session.assets().insert(Records.asset("Sensor %05d".formatted(i), type, parent));
        }
    }

    private static void deep(SamplePlant site) {
        UUID parent = site.id("Air compressor C-402");
        int type = site.session.assetTypes().all().getFirst().id();
        for (byte i = 0; i < 8; i++) {
            UUID id = UUID.nameUUIDFromBytes(new byte[] {i});
            site.session.assets().insert(Records.asset(id, LONG.substring(0, 100 - i), type, parent, 90));
            parent = id;
        }
    }

    private static void shot(String name, Theme theme, Supplier<SamplePlant> make, Consumer<SampleWindow> open) {
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            SamplePlant plant = make.get();
            Scene scene = Fx.call(() -> {
                SampleWindow window = new SampleWindow(plant);
                window.shell.start();
                Scene made = Screenshots.scene(window.shell.root(), theme, size[0], size[1], 100);
                open.accept(window);
                return made;
            });
            for (int i = 0; i < 60; i++) {
                Fx.pulse();
                Fx.call(() -> scene.snapshot(null));
            }
            Screenshots.of(scene, name + "-" + size[1] + "-" + theme.word());
            Fx.run(() -> scene.setRoot(new StackPane()));
        }
    }

    /** When what was posted before is shown. */
    private static void later(Runnable action) {
        Platform.runLater(() -> Platform.runLater(() -> Platform.runLater(action)));
    }

    private static Parent root(SampleWindow window) {
        return window.shell.root();
    }

    private static void press(SampleWindow window, String selector) {
        if (root(window).lookup(selector) instanceof Button button) {
            button.fire();
        }
    }

    private static void pressNamed(SampleWindow window, String text) {
        for (Node node : root(window).lookupAll(".button")) {
            if (node instanceof Button button && text.equals(((Labeled) button).getText())) {
                button.fire();
                return;
            }
        }
    }

    private static void type(SampleWindow window, String selector, String text) {
        if (root(window).lookup(selector) instanceof TextInputControl field) {
            field.setText(text);
        }
    }

    private static void chooseLast(SampleWindow window) {
        if (root(window).lookup(".table-view") instanceof TableView<?> table) {
            table.getSelectionModel().select(0);
        }
    }

    private static void chooseRow(SampleWindow window, String selector, int row) {
        if (root(window).lookup(selector) instanceof TreeView<?> tree) {
            tree.getSelectionModel().select(row);
        }
    }
}
