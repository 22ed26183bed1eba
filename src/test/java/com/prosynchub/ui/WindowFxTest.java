package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.login.LoginFeature;
import com.prosynchub.ui.login.SignInOptions;
import com.prosynchub.ui.login.SignInView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways through the whole window over fakes: sign-in, overview, tree, detail, trend, editing, and what a viewer lacks. */
@ExtendWith(FxToolkitExtension.class)
class WindowFxTest {
    private static final String COMPRESSOR = "Ammonia compressor C-401";

    private record Open(SampleWindow window, Scene scene) {
        @Nullable
        Node find(String selector) {
            return Fx.call(() -> {
                        Node found = scene.lookup(selector);
                        return Optional.ofNullable(found);
                    })
                    .orElse(null);
        }

        void until(String selector) {
            until(() -> scene.lookup(selector) != null);
        }

        /** A scene without a window gets no pulses, so it is laid out here before it is asked. */
        void until(BooleanSupplier condition) {
            Fx.until(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return condition.getAsBoolean();
            });
        }

        void press(KeyCode code, boolean control) {
            Fx.run(() -> {
                Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
            });
            Fx.pulse();
        }

        void fire(String selector) {
            until(selector);
            Fx.run(() -> ((Button) scene.lookup(selector)).fire());
            Fx.pulse();
        }

        void show(String target) {
            Fx.run(() -> window.shell
                    .navigator()
                    .open("assets", window.site.id(target).toString()));
            until(() -> labelled(target));
        }

        boolean labelled(String text) {
            return scene.getRoot().lookupAll(".label").stream()
                    .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()));
        }
    }

    private static Open open(String role) {
        return Fx.call(() -> {
            SampleWindow window = new SampleWindow(new SamplePlant(role));
            Scene scene = new Scene(window.shell.root(), 1280, 800);
            ThemeManager.apply(scene, Theme.LIGHT, 100);
            window.shell.start();
            scene.snapshot(null);
            return new Open(window, scene);
        });
    }

    private static void close(Open open) {
        Fx.run(() -> open.window().shell.close());
    }

    @Test
    void everyScreenDeclaresItselfAndOpens() {
        Open open = open("Administrator");
        List<ScreenSpec> specs = Fx.call(() ->
                SampleWindow.features(open.window().site.services, open.window().bench()).stream()
                        .flatMap(feature -> feature.screens().stream())
                        .toList());
        assertThat(specs).extracting(ScreenSpec::id).doesNotHaveDuplicates().hasSize(16);
        for (ScreenSpec spec : specs) {
            assertThat(spec.title()).doesNotStartWith("[").isNotBlank();
            assertThat(spec.icon()).isNotNull();
            assertThat(spec.permission()).isNotNull();
            Fx.run(() -> open.window().shell.navigator().open(spec.id()));
            Fx.pulse();
        }
        close(open);
    }

    @Test
    void signingInLeadsToWhoeverSignedIn() {
        AtomicReference<@Nullable SignedInUser> signedIn = new AtomicReference<>();
        SamplePlant site = new SamplePlant("Manager");
        site.plant.user("anna", "Operator");
        Scene scene = Fx.call(() -> {
            SampleWindow window = new SampleWindow(site);
            SignInView door = new LoginFeature(SampleWindow.signIn(site), site.health(), window.tasks, window.formats)
                    .signIn(new SignInOptions("Dairy", "1", List.of()), signedIn::set);
            Scene made = new Scene(door.root(), 1280, 800);
            ThemeManager.apply(made, Theme.DARK, 100);
            door.onShown();
            made.snapshot(null);
            return made;
        });
        Fx.run(() -> {
            ((TextField) scene.lookup("#username")).setText("anna");
            ((TextField) scene.lookup("#password")).setText("secret");
        });
        Fx.until(() -> !scene.lookup("#signIn").isDisabled());
        Fx.run(() -> ((Button) scene.lookup("#signIn")).fire());
        Fx.until(() -> signedIn.get() != null);
        assertThat(signedIn.get()).extracting(SignedInUser::username).isEqualTo("anna");
        assertThat(scene.lookup("#demo").isVisible()).isFalse();
    }

    @Test
    void fromOverviewToTreeToTrend() {
        Open open = open("Operator");
        open.until("#home-outside");
        open.until(() -> {
            TableView<?> outside = (TableView<?>) open.scene().lookup("#home-outside");
            return outside != null && outside.getItems().size() == 4;
        });
        open.press(KeyCode.DIGIT2, true);
        open.until("#asset-tree");
        open.show(COMPRESSOR);
        TreeView<?> tree = (TreeView<?>) open.scene().lookup("#asset-tree");
        assertThat(tree.getSelectionModel().getSelectedItem().getValue()).hasToString(COMPRESSOR);
        Fx.run(() -> open.window()
                .shell
                .navigator()
                .open("assets", open.window().site.id(COMPRESSOR) + "/trend"));
        open.until(() -> open.scene().getRoot().lookupAll("*").stream().anyMatch(TrendChart.class::isInstance));
        close(open);
        assertThat(open.window().site.plant.feed().subscriptions()).isZero();
    }

    @Test
    void theKeyboardAloneFindsAnAsset() {
        Open open = open("Operator");
        open.press(KeyCode.DIGIT2, true);
        open.until("#asset-search");
        open.press(KeyCode.F, true);
        assertThat(open.scene().getFocusOwner()).isSameAs(open.find("#asset-search"));
        Fx.run(() -> ((TextField) open.scene().lookup("#asset-search")).setText("motor"));
        open.press(KeyCode.ENTER, false);
        open.press(KeyCode.DOWN, false);
        assertThat(open.scene().getFocusOwner()).isSameAs(open.find("#asset-tree"));
        TreeView<?> tree = (TreeView<?>) open.scene().lookup("#asset-tree");
        Fx.run(() -> tree.getSelectionModel().selectLast());
        open.until(() -> open.labelled("Drive motor M-401"));
        close(open);
    }

    @Test
    void aViewerHasNoControlsThatChangeAnything() {
        Open viewer = open("Viewer");
        viewer.show(COMPRESSOR);
        assertThat(viewer.find("#asset-edit")).isNull();
        assertThat(viewer.find("#asset-delete")).isNull();
        assertThat(viewer.find("#asset-move")).isNull();
        assertThat(viewer.find("#asset-new-child")).isNull();
        assertThat(viewer.find("#rail-imports")).isNull();
        close(viewer);
        Open manager = open("Manager");
        manager.show(COMPRESSOR);
        assertThat(manager.find("#asset-edit")).isNotNull();
        assertThat(manager.find("#rail-imports")).isNotNull();
        close(manager);
    }

    @Test
    void aConflictIsAskedAndMineCanBeKept() {
        Open open = open("Manager");
        open.show(COMPRESSOR);
        open.fire("#asset-edit");
        open.until("#field-manufacturer");
        Asset stored = open.window()
                .site
                .session
                .assets()
                .find(open.window().site.id(COMPRESSOR))
                .orElseThrow();
        open.window().site.session.assets().move(stored.id(), null, stored.revision());
        Fx.run(() -> ((TextField) open.scene().lookup("#field-manufacturer")).setText("GEA"));
        open.press(KeyCode.S, true);
        open.until("#conflict-dialog");
        Fx.run(() -> open.scene().lookup("#conflict-dialog").lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Keep mine".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.until(() -> "GEA"
                .equals(open.window()
                        .site
                        .session
                        .assets()
                        .find(stored.id())
                        .orElseThrow()
                        .manufacturer()));
        close(open);
    }

    @Test
    void thePaletteOpensByKeyAndGoesSomewhere() {
        Open open = open("Manager");
        open.press(KeyCode.K, true);
        open.until(".psh-palette");
        Fx.run(() -> ((TextField) open.scene().lookup(".psh-palette .text-field")).setText("locations"));
        open.press(KeyCode.ENTER, false);
        open.until("#location-tree");
        close(open);
    }
}
