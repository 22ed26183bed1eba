package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.ui.locations.LocationRow;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The open window follows what somebody does to the signed-in person's role. */
@ExtendWith(FxToolkitExtension.class)
class RightsFxTest {
    private static final String COMPRESSOR = "Ammonia compressor C-401";

    private final LiveWindow window = LiveWindow.onAssets("Manager");

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void railPaletteAndControlsFollowWhereTheScreenStays() {
        select(COMPRESSOR);
        Fx.until(() -> window.find("#asset-edit") != null);
        edit(held -> held.remove(Permission.of(Resource.ASSET, Action.UPDATE)));
        Fx.until(() -> window.find("#asset-edit") == null);
        assertThat(window.<TreeView<?>>get("#asset-tree", treeView()).getScene())
                .as("the screen is still there")
                .isNotNull();
        Fx.until(() -> window.says(COMPRESSOR));
        edit(held -> held.remove(Permission.of(Resource.IMPORT, Action.CREATE)));
        Fx.until(() -> window.find("#rail-imports") == null);
        edit(held -> {
            held.add(Permission.of(Resource.USER, Action.READ));
            held.add(Permission.of(Resource.ASSET, Action.UPDATE));
        });
        Fx.until(() -> window.find("#rail-users") != null && window.find("#asset-edit") != null);
        window.awaitWords("Your role was changed.");
    }

    @Test
    void aScreenThatIsNoLongerAllowedClosesAndSaysWhy() {
        edit(held -> held.removeIf(p -> p.resource() == Resource.ASSET));
        Fx.until(() -> window.find("#asset-tree") == null && window.find("#rail-assets") == null);
        window.awaitWords("Your role no longer includes the screen Assets");
        Fx.run(() -> window.shell().navigator().open("assets"));
        assertThat(Fx.call(
                        () -> window.shell().navigator().currentProperty().get().id()))
                .isNotEqualTo("assets");
        Fx.run(() -> window.shell().navigator().back());
        assertThat(Fx.call(
                        () -> window.shell().navigator().currentProperty().get().id()))
                .as("no way back either")
                .isNotEqualTo("assets");
    }

    @Test
    void whatWasTypedIsKeptUntilTheScreenIsBack() {
        select(COMPRESSOR);
        openEditor();
        Fx.run(() -> ((TextField) window.find("#field-manufacturer")).setText("GEA"));
        Set<Permission> before = new HashSet<>(window.site.session.user().permissions());
        edit(held -> held.removeIf(p -> p.resource() == Resource.ASSET));
        window.awaitWords("What you typed is kept");
        edit(held -> held.addAll(before));
        Fx.run(() -> window.shell().navigator().open("assets", window.site.id(COMPRESSOR) + "/edit"));
        Fx.until(() -> window.find("#field-manufacturer") instanceof TextField field && "GEA".equals(field.getText()));
    }

    @Test
    void anUnfinishedEditSurvivesAChangeThatIsNotAboutIt() {
        select(COMPRESSOR);
        openEditor();
        Fx.run(() -> ((TextField) window.find("#field-manufacturer")).setText("GEA"));
        TextField typed = window.get("#field-manufacturer", TextField.class);
        edit(held -> held.add(Permission.of(Resource.USER, Action.READ)));
        Fx.until(() -> window.find("#field-manufacturer") instanceof TextField field
                && field != typed
                && "GEA".equals(field.getText()));
    }

    @Test
    void whatIsTypedAboutAPlaceIsKeptToo() {
        Fx.run(() -> window.shell().navigator().open("locations"));
        Fx.until(() -> window.find("#location-tree") instanceof TreeView<?> tree && tree.getExpandedItemCount() > 1);
        Fx.run(() -> ((TreeView<?>) window.find("#location-tree"))
                .getSelectionModel()
                .select(1));
        String name = Fx.call(() -> ((LocationRow) ((TreeView<?>) window.find("#location-tree"))
                        .getTreeItem(1)
                        .getValue())
                .location()
                .name());
        Fx.until(() -> typedIn(name) != null);
        Fx.run(() -> typedIn(name).setText("Kiel"));
        Set<Permission> before = new HashSet<>(window.site.session.user().permissions());
        edit(held -> held.removeIf(p -> p.resource() == Resource.LOCATION));
        window.awaitWords("Your role no longer includes the screen Locations");
        edit(held -> held.addAll(before));
        Fx.run(() -> window.shell().navigator().open("locations"));
        Fx.until(() -> typedIn("Kiel") != null);
    }

    /** Somebody edits the role; the watch hears of it. */
    private void edit(Consumer<Set<Permission>> edit) {
        Set<Permission> held = new HashSet<>(window.site.session.user().permissions());
        edit.accept(held);
        window.site.plant.role("Manager", held);
        window.site.session.follow();
        Fx.run(window.shell()::followRights);
        Fx.pulse();
    }

    private void openEditor() {
        Fx.until(() -> window.find("#asset-edit") != null);
        Fx.run(() -> ((Button) window.find("#asset-edit")).fire());
        Fx.until(() -> window.find("#field-manufacturer") != null);
    }

    /** The field in which this is written. */
    private @Nullable TextField typedIn(String text) {
        return window.stage.getScene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> node instanceof TextField field && text.equals(field.getText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElse(null);
    }

    private void select(String asset) {
        Fx.run(() ->
                window.shell().navigator().open("assets", window.site.id(asset).toString()));
        Fx.until(() -> {
            TreeItem<?> chosen = ((TreeView<?>) window.find("#asset-tree"))
                    .getSelectionModel()
                    .getSelectedItem();
            return chosen != null && asset.equals(String.valueOf(chosen.getValue()));
        });
        window.awaitWords("Two-stage piston compressor");
    }

    @SuppressWarnings("unchecked")
    private static Class<TreeView<?>> treeView() {
        return (Class<TreeView<?>>) (Class<?>) TreeView.class;
    }
}
