package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.FxTaskRunner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tree over 100,000 assets: ten lines of a hundred machines of a hundred parts. What is asked of the store and what is drawn
 * depend on what is seen, not on what there is.
 */
@ExtendWith(FxToolkitExtension.class)
class AssetTreeManyFxTest {
    private static final int LINES = 10;
    private static final int MACHINES = 100;
    private static final int PARTS = 100;
    private static final int HEIGHT = 700;
    /** Rows of 28 px in the window, and what the control keeps in reserve. */
    private static final int CELLS = 2 * HEIGHT / 28;

    private final UiSite site = UiSite.ofAdministrator();
    private final Map<String, UUID> ids = new HashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("test-worker").factory());
    private @Nullable Stage stage;
    private @Nullable AssetTreeViewModel model;

    @BeforeEach
    void open() {
        for (int line = 0; line < LINES; line++) {
            UUID l = asset("Line %02d".formatted(line), null);
            for (int machine = 0; machine < MACHINES; machine++) {
                UUID m = asset("Machine %02d-%02d".formatted(line, machine), l);
                for (int part = 0; part < PARTS; part++) {
                    asset("Part %02d-%02d-%02d".formatted(line, machine, part), m);
                }
            }
        }
        assertThat(ids).hasSizeGreaterThan(100_000);
        Fx.run(() -> {
            FxTaskRunner tasks = new FxTaskRunner(worker, new FxUiScheduler());
            AssetTreeViewModel made = new AssetTreeViewModel(site.services.assets(), tasks);
            AssetTreeMenu menu = new AssetTreeMenu(made, AssetRights.of(site.services.gate()), new NoCommands());
            AssetTreeView view = new AssetTreeView(made, tasks.ui(), () -> References.NONE, menu);
            Scene scene = new Scene(view.root(), 400, HEIGHT);
            ThemeManager.apply(scene, Theme.LIGHT, 100);
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            model = made;
            stage = shown;
            made.load();
        });
        Fx.until(() -> tree().getExpandedItemCount() == LINES);
    }

    @AfterEach
    void close() {
        Fx.run(() -> Objects.requireNonNull(stage).close());
        worker.shutdownNow();
    }

    @Test
    void whatIsOpenedIsAskedForOnceAndDrawnAsFarAsItIsSeen() {
        assertThat(statements(() -> expand("Line 03", LINES + MACHINES))).isEqualTo(1);
        assertThat(statements(() -> expand("Machine 03-50", LINES + MACHINES + PARTS)))
                .isEqualTo(1);
        int asked = statements(() -> Fx.run(() -> {
            for (int row = 0; row < tree().getExpandedItemCount(); row += 20) {
                tree().scrollTo(row);
                tree().layout();
            }
        }));
        assertThat(asked).as("scrolling asks nothing").isZero();
        assertThat(cells()).isLessThanOrEqualTo(CELLS);
    }

    @Test
    void everythingUnfoldedIsStillAWindowFullOfCells() {
        expand("Line 07", LINES + MACHINES);
        Fx.run(() -> {
            for (TreeItem<AssetTreeRow> machine : item("Line 07").getChildren()) {
                machine.setExpanded(true);
            }
        });
        Fx.until(() -> tree().getExpandedItemCount() == LINES + MACHINES + MACHINES * PARTS);
        Fx.run(() -> tree().scrollTo(5_000));
        Fx.pulse();
        assertThat(cells()).isLessThanOrEqualTo(CELLS);
    }

    @Test
    void aSearchAsksTwiceAndLeadsToTheRow() {
        int asked = statements(() -> {
            Fx.run(() -> model().search("part 09-99-99"));
            Fx.until(() -> model().hitCountProperty().get() != null && tree().getExpandedItemCount() == 3);
        });
        assertThat(asked).isEqualTo(2);
        Fx.run(() -> tree().getSelectionModel().select(2));
        Fx.run(() -> model().search(""));
        Fx.until(() -> "Part 09-99-99".equals(selected()));
        assertThat(Fx.<Integer>call(() -> tree().getExpandedItemCount())).isEqualTo(LINES + MACHINES + PARTS);
        assertThat(cells()).isLessThanOrEqualTo(CELLS);
    }

    @Test
    void aSearchThatFindsTooMuchIsCut() {
        int asked = statements(() -> {
            Fx.run(() -> model().search("part"));
            Fx.until(() -> model().hitCountProperty().get() != null);
        });
        assertThat(asked).isEqualTo(2);
        assertThat(Fx.<@Nullable Integer>call(() -> model().hitCountProperty().get()))
                .isEqualTo(AssetTreeViewModel.MAX_HITS);
    }

    @Test
    void aRefreshKeepsWhatIsOpenAndChosen() {
        expand("Line 03", LINES + MACHINES);
        expand("Machine 03-50", LINES + MACHINES + PARTS);
        Fx.run(() -> tree().getSelectionModel().select(item("Part 03-50-42")));
        List<String> before = Fx.call(this::shown);
        UUID added = site.asset("Machine 03-505", ids.get("Line 03")).id();
        int asked = statements(() -> {
            Fx.run(() -> model().changed(Set.of(), true));
            Fx.until(() -> tree().getExpandedItemCount() == before.size() + 1);
        });
        assertThat(asked).as("one for each level that is open").isEqualTo(3);
        assertThat(Fx.<String>call(this::selected)).isEqualTo("Part 03-50-42");
        List<String> after = new ArrayList<>(Fx.call(this::shown));
        after.remove("Machine 03-505");
        assertThat(after).isEqualTo(before);
        int single = statements(() -> {
            site.session.assets().delete(added, 0);
            Fx.run(() -> model().changed(Set.of(added), false));
            Fx.until(() -> tree().getExpandedItemCount() == before.size());
        });
        assertThat(single).as("the deletion itself, the row and its parent").isEqualTo(3);
        assertThat(Fx.<String>call(this::selected)).isEqualTo("Part 03-50-42");
    }

    private UUID asset(String name, @Nullable UUID parent) {
        UUID id = site.asset(name, parent).id();
        ids.put(name, id);
        return id;
    }

    private void expand(String name, int rowsThen) {
        Fx.run(() -> item(name).setExpanded(true));
        Fx.until(() -> tree().getExpandedItemCount() == rowsThen);
    }

    /** Calls of the store that something makes. */
    private int statements(Runnable action) {
        int before = site.plant.calls();
        action.run();
        return site.plant.calls() - before;
    }

    private int cells() {
        return Fx.call(() -> tree().lookupAll(".tree-cell").size());
    }

    private TreeItem<AssetTreeRow> item(String name) {
        AssetTreeRow row = Objects.requireNonNull(model().row(ids.get(name)), name);
        return Objects.requireNonNull(((AssetTreeItem) tree().getRoot()).of(row), name);
    }

    private List<String> shown() {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < tree().getExpandedItemCount(); row++) {
            names.add(tree().getTreeItem(row).getValue().toString());
        }
        return names;
    }

    private @Nullable String selected() {
        TreeItem<AssetTreeRow> item = tree().getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue().toString();
    }

    @SuppressWarnings("unchecked")
    private TreeView<AssetTreeRow> tree() {
        return (TreeView<AssetTreeRow>)
                Objects.requireNonNull(Objects.requireNonNull(stage).getScene().lookup("#asset-tree"));
    }

    private AssetTreeViewModel model() {
        return Objects.requireNonNull(model);
    }

    /** Nobody works the menu here. */
    private static final class NoCommands implements AssetCommands {
        @Override
        public void changeStatus(AssetNode node, AssetStatus status) {}

        @Override
        public void create(@Nullable AssetNode parent) {}

        @Override
        public void edit(AssetNode node) {}

        @Override
        public void move(AssetNode node, @Nullable AssetNode target) {}

        @Override
        public void moveTo(AssetNode node) {}

        @Override
        public void delete(AssetNode node) {}
    }
}
