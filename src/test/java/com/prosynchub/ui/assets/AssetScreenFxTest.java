package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.ui.LiveWindow;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkitExtension.class)
class AssetScreenFxTest {
    private static final String COMPRESSOR = "Ammonia compressor C-401";

    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void keysOpenTheTreeAndTheDetailFollows() {
        LiveWindow window = open("Manager");
        Fx.until(() -> tree().getExpandedItemCount() == 1);
        Fx.run(() -> tree().requestFocus());
        window.keys(KeyCode.DOWN);
        if (selected() == null) {
            window.keys(KeyCode.HOME);
        }
        Fx.until(() -> "Nordholm dairy".equals(selected()));
        window.keys(KeyCode.RIGHT);
        Fx.until(() -> tree().getExpandedItemCount() == 5);
        window.keys(KeyCode.DOWN);
        Fx.until(() -> "Cooling and compressed air".equals(selected()));
        window.keys(KeyCode.ENTER);
        Fx.until(() -> tree().getExpandedItemCount() == 7);
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.DOWN);
        Fx.until(() -> COMPRESSOR.equals(selected()) || "Air compressor C-402".equals(selected()));
        window.awaitWords("Two-stage piston compressor");
        window.keys(KeyCode.LEFT);
        window.keys(KeyCode.LEFT);
        window.keys(KeyCode.LEFT);
        Fx.until(() -> tree().getExpandedItemCount() == 5);
    }

    @Test
    void searchAsYouTypeFindsSelectsAndKeepsTheChoice() {
        LiveWindow window = open("Manager");
        Fx.until(() -> tree().getExpandedItemCount() == 1);
        TreeItem<AssetTreeRow> whole = Fx.call(() -> tree().getRoot());
        Fx.run(() -> tree().requestFocus());
        window.keys(KeyCode.CONTROL, KeyCode.F);
        window.hands.write("m-401");
        Fx.until(() -> tree().getExpandedItemCount() == 4);
        window.awaitWords("1 match");
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.END);
        Fx.until(() -> "Drive motor M-401".equals(selected()));
        window.keys(KeyCode.CONTROL, KeyCode.F);
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> tree().getExpandedItemCount() > 7 && "Drive motor M-401".equals(selected()));
        assertThat(Fx.call(() -> tree().getRoot()))
                .as("the whole tree is mirrored once")
                .isSameAs(whole);
    }

    @Test
    void editingSavesByKey() {
        LiveWindow window = select("Manager", COMPRESSOR);
        edit(window);
        Fx.run(() -> field("name").setText("Ammonia compressor C-409"));
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> window.find("#field-name") == null);
        assertThat(stored(window).name()).isEqualTo("Ammonia compressor C-409");
        window.awaitWords("Ammonia compressor C-409");
        Fx.until(() -> "Ammonia compressor C-409".equals(selected()));
    }

    @Test
    void whatIsWrongIsMarkedAndNothingIsSent() {
        LiveWindow window = select("Manager", COMPRESSOR);
        edit(window);
        Fx.run(() -> field("healthScore").setText("140"));
        window.keys(KeyCode.CONTROL, KeyCode.S);
        window.awaitWords("Must be between 0 and 100.");
        assertThat(stored(window).revision()).isZero();
        window.keys(KeyCode.ESCAPE);
        window.awaitWords("Unsaved changes");
        Fx.run(() -> named(window, "Discard changes").fire());
        Fx.until(() -> window.find("#field-name") == null);
    }

    @Test
    void aConflictShowsBothAndThePersonChooses() {
        LiveWindow window = select("Manager", COMPRESSOR);
        edit(window);
        Fx.run(() -> field("manufacturer").setText("Mine and Sons"));
        window.site.session.assets().update(AssetDrafts.with(stored(window), "manufacturer", "Theirs Ltd"));
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> window.find("#conflict-dialog") != null);
        window.awaitWords("Mine and Sons");
        window.awaitWords("Theirs Ltd");
        assertThat(stored(window).manufacturer()).isEqualTo("Theirs Ltd");
        Fx.run(() -> named(window, "Keep mine").fire());
        Fx.until(() -> window.find("#conflict-dialog") == null && window.find("#field-name") == null);
        assertThat(stored(window).manufacturer()).isEqualTo("Mine and Sons");
    }

    @Test
    void leavingUnsavedWorkAsksAndStaysWhereItIs() {
        LiveWindow window = select("Manager", COMPRESSOR);
        edit(window);
        Fx.run(() -> field("name").setText("Half typed"));
        UUID other = window.site.id("Drive motor M-401");
        Fx.run(() -> window.shell().navigator().open("assets", other.toString()));
        window.awaitWords("Unsaved changes");
        Fx.run(() -> named(window, "Keep editing").fire());
        Fx.pulse();
        assertThat(Fx.<String>call(() -> field("name").getText())).isEqualTo("Half typed");
        Fx.until(() -> COMPRESSOR.equals(selected()));
        Fx.run(() -> window.shell().navigator().open("assets", other.toString()));
        window.awaitWords("Unsaved changes");
        Fx.run(() -> named(window, "Discard changes").fire());
        Fx.until(() -> "Drive motor M-401".equals(selected()) && window.find("#field-name") == null);
        assertThat(stored(window).name()).isEqualTo(COMPRESSOR);
    }

    @Test
    void aChangeBySomebodyElseShowsByItself() {
        LiveWindow window = select("Viewer", COMPRESSOR);
        window.site.session.assets().update(AssetDrafts.named(stored(window), "Renamed elsewhere"));
        Fx.until(() -> "Renamed elsewhere".equals(selected()));
        window.awaitWords("Renamed elsewhere");
    }

    @Test
    void aViewerSeesNoWayToChangeAnythingAndTheServiceRefuses() {
        LiveWindow window = select("Viewer", COMPRESSOR);
        for (String id : List.of("#asset-edit", "#asset-new-child", "#asset-delete", "#asset-move")) {
            assertThat(Fx.call(() -> window.find(id) == null)).as(id).isTrue();
        }
        Fx.run(() -> tree().lookupAll(".tree-cell")
                .forEach(cell -> assertThat(((javafx.scene.control.Control) cell).getContextMenu())
                        .isNull()));
        window.keys(KeyCode.CONTROL, KeyCode.N);
        window.keys(KeyCode.DELETE);
        assertThat(Fx.call(() -> window.find("#new-asset") == null)).isTrue();
        Asset changed = AssetDrafts.named(stored(window), "Changed");
        assertThatThrownBy(() -> window.site.services.assets().save(changed))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Denied.class));
        assertThat(stored(window).name()).isEqualTo(COMPRESSOR);
    }

    @Test
    void aClosedShellLeavesNoListenerBehind() {
        LiveWindow window = select("Manager", COMPRESSOR);
        assertThat(window.site.plant.feed().subscriptions()).isPositive();
        for (String screen : List.of("home", "trends", "locations", "asset-types", "profile", "assets")) {
            Fx.run(() -> window.shell().navigator().open(screen));
            Fx.pulse();
        }
        int once = window.site.plant.feed().subscriptions();
        Fx.run(() -> window.shell().navigator().open("home"));
        Fx.run(() -> window.shell().navigator().open("assets"));
        Fx.until(() -> window.site.plant.feed().subscriptions() == once);
        Fx.run(() -> window.shell().close());
        Fx.until(() -> window.site.plant.feed().subscriptions() == 0);
    }

    @Test
    void anOperatorSaysByKeyboardThatAnAssetIsOffline() {
        LiveWindow window = select("Operator", COMPRESSOR);
        Fx.until(() -> window.find("#asset-status") != null);
        AssetStatus before = stored(window).status();
        Fx.run(() -> Objects.requireNonNull(window.find("#asset-status")).requestFocus());
        window.keys(KeyCode.SPACE);
        Fx.until(() -> statusMenu().getItems().size() == AssetStatus.values().length - 1);
        Fx.run(() -> statusMenu().getItems().stream()
                .filter(item -> item.getText().equals("Offline"))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.until(() -> stored(window).status() == AssetStatus.OFFLINE);
        assertThat(before).isNotEqualTo(AssetStatus.OFFLINE);
        window.awaitWords("is now said to be Offline");
    }

    private static ContextMenu statusMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseGet(ContextMenu::new);
    }

    private LiveWindow open(String role) {
        LiveWindow made = LiveWindow.onAssets(role);
        opened = made;
        return made;
    }

    private LiveWindow select(String role, String name) {
        LiveWindow window = open(role);
        Fx.until(() -> tree().getExpandedItemCount() > 0);
        Fx.run(() ->
                window.shell().navigator().open("assets", window.site.id(name).toString()));
        Fx.until(() -> name.equals(selected()));
        window.awaitWords(name);
        return window;
    }

    private void edit(LiveWindow window) {
        Fx.until(() -> window.find("#asset-edit") != null);
        Fx.run(() -> ((Button) Objects.requireNonNull(window.find("#asset-edit"))).fire());
        Fx.until(() -> window.find("#field-name") != null);
    }

    private TextField field(String name) {
        return (TextField) node("#field-" + name);
    }

    private Asset stored(LiveWindow window) {
        return window.site.session.assets().find(window.site.id(COMPRESSOR)).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TreeView<AssetTreeRow> tree() {
        return (TreeView<AssetTreeRow>) node("#asset-tree");
    }

    private Node node(String selector) {
        return Objects.requireNonNull(Objects.requireNonNull(opened).find(selector), selector);
    }

    private @Nullable String selected() {
        TreeItem<AssetTreeRow> item = tree().getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue().toString();
    }

    private static Button named(LiveWindow window, String text) {
        return window.stage.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }
}
