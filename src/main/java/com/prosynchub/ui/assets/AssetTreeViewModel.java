package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The lazy asset tree: pages of children on demand, search with the way to every hit, and live changes in place. FX thread;
 * services are called through the task runner.
 */
public final class AssetTreeViewModel {
    /** Children asked for at once. */
    static final int PAGE = 200;
    /** Hits shown of a search; more are cut and the tree says so. */
    static final int MAX_HITS = 200;

    private final AssetService assets;
    private final TaskRunner tasks;
    private final AssetForest forest = new AssetForest();
    private final ReadOnlyObjectWrapper<AssetTreeRow> shownRoot = new ReadOnlyObjectWrapper<>(forest.root());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyStringWrapper searchText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Integer> hitCount = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
    private @Nullable AssetForest found;
    private @Nullable UUID best;
    private String foundText = "";
    private boolean choosing;
    private @Nullable UUID waitingReveal;

    /** Nothing is read before {@link #load()}. */
    public AssetTreeViewModel(AssetService assets, TaskRunner tasks) {
        this.assets = assets;
        this.tasks = tasks;
    }

    /** Reads the roots, or everything that is open when called again. */
    public void load() {
        if (!forest.root().loaded()) {
            state.set(ScreenState.loading());
        }
        List<AssetTreeRow> open = forest.root().loaded() ? forest.loadedRows() : List.of(forest.root());
        List<AssetLevel> levels = open.stream().map(AssetLevel::of).toList();
        tasks.run(() -> AssetLevel.readAll(levels, assets))
                .newest(TaskKey.of(this, "load"))
                .onSuccess(this::merge)
                .onFailure(this::failed)
                .start();
    }

    /** Loads a row's children when it opens for the first time. */
    public void open(AssetTreeRow row) {
        row.expandedProperty().set(true);
        if (!row.loaded() && row.isAsset()) {
            page(row, null);
        }
    }

    /** Loads the next page in place of a {@code MORE} or {@code FAILED} tail. */
    public void more(AssetTreeRow tail) {
        AssetTreeRow parent = tail.parent();
        if (parent != null && tail.kind() != AssetTreeRow.Kind.WAITING) {
            page(parent, parent.nextKey());
        }
    }

    /** Shows only what matches, with the way to it; an empty text shows the whole tree again. */
    public void search(String text) {
        String wanted = text.strip();
        if (wanted.equals(searchText.get())) {
            return;
        }
        searchText.set(wanted);
        choosing = false;
        if (wanted.isEmpty()) {
            tasks.run(() -> "").newest(TaskKey.of(this, "search")).start();
            endSearch();
            return;
        }
        tasks.run(() -> find(wanted))
                .newest(TaskKey.of(this, "search"))
                .onSuccess(answer -> showHits(wanted, answer))
                .onFailure(failure -> state.set(ScreenState.failed(failure)))
                .start();
    }

    /** Searches, and selects the best hit as soon as it is known: a scanner types a code and Enter in one go. */
    public void chooseBestHit(String text) {
        search(text);
        choosing = !searchText.get().isEmpty();
        if (searchText.get().equals(foundText)) {
            choose();
        }
    }

    private void choose() {
        if (choosing && best != null) {
            selected.set(best);
        }
        choosing = false;
    }

    /** Opens the way down to an asset and selects it. */
    public void reveal(UUID id) {
        if (forest.row(id) != null) {
            openAncestors(id);
            selected.set(id);
            return;
        }
        tasks.run(() -> assets.path(id))
                .newest(TaskKey.of(this, "reveal"))
                .onSuccess(path -> revealPath(id, path))
                .start();
    }

    /** Takes over changes that were announced; reads again what is shown and nothing else. */
    public void changed(Set<UUID> ids, boolean anything) {
        if (anything) {
            load();
            return;
        }
        Set<UUID> asked = new HashSet<>(ids);
        Set<UUID> around = new HashSet<>();
        asked.forEach(id -> addParent(id, around));
        tasks.run(() -> readWithParents(asked, around))
                .onSuccess(nodes -> apply(asked, nodes))
                .start();
    }

    private void addParent(UUID id, Set<UUID> around) {
        AssetTreeRow row = forest.row(id);
        AssetTreeRow parent = row == null ? null : row.parent();
        UUID parentId = parent == null ? null : parent.id();
        if (parentId != null) {
            around.add(parentId);
        }
    }

    /** What was announced, and the parents before and after: their count of children is another one and nobody says so. */
    private List<AssetNode> readWithParents(Set<UUID> asked, Set<UUID> around) {
        List<AssetNode> nodes = assets.nodes(asked);
        Set<UUID> parents = new HashSet<>(around);
        for (AssetNode node : nodes) {
            UUID parent = node.parentId();
            if (parent != null) {
                parents.add(parent);
            }
        }
        parents.removeAll(asked);
        List<AssetNode> read = new ArrayList<>(assets.nodes(parents));
        read.addAll(nodes);
        return read;
    }

    /** The ids that a change names; empty for one that may concern any row. */
    static Set<UUID> idsOf(Change change) {
        Set<UUID> ids = new HashSet<>();
        change.ids().forEach(text -> ids.add(UUID.fromString(text)));
        return ids;
    }

    /** Whether moving {@code moved} below {@code target} would put it below itself. */
    public boolean wouldCycle(UUID moved, @Nullable UUID target) {
        return target != null && shownForest().isSelfOrBelow(target, moved);
    }

    /** The row of an asset in the tree that is shown, if it is loaded. */
    public @Nullable AssetTreeRow row(UUID id) {
        return shownForest().row(id);
    }

    public ReadOnlyObjectProperty<AssetTreeRow> shownRootProperty() {
        return shownRoot.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty searchTextProperty() {
        return searchText.getReadOnlyProperty();
    }

    /** Number of hits shown; null while no search is on. */
    public ReadOnlyObjectProperty<@Nullable Integer> hitCountProperty() {
        return hitCount.getReadOnlyProperty();
    }

    /** The selected asset; stays when its row is not shown. */
    public ObjectProperty<@Nullable UUID> selectedProperty() {
        return selected;
    }

    private AssetForest shownForest() {
        AssetForest hits = found;
        return hits == null ? forest : hits;
    }

    private AssetForest ownerOf(AssetTreeRow row) {
        AssetTreeRow top = row;
        for (AssetTreeRow up = row.parent(); up != null; up = up.parent()) {
            top = up;
        }
        AssetForest hits = found;
        return hits != null && hits.root() == top ? hits : forest;
    }

    private void page(AssetTreeRow row, @Nullable String after) {
        AssetForest owner = ownerOf(row);
        UUID id = row.id();
        owner.setTail(row, AssetTreeRow.Kind.WAITING);
        tasks.run(() -> assets.children(id, new PageRequest(PAGE, after)))
                .newest(TaskKey.of(row, "page"))
                .onSuccess(page -> owner.append(row, page))
                .onFailure(failure -> owner.setTail(row, AssetTreeRow.Kind.FAILED))
                .start();
    }

    private void merge(List<AssetLevel.Read> levels) {
        for (AssetLevel.Read level : levels) {
            UUID id = level.parent();
            AssetTreeRow row = id == null ? forest.root() : forest.row(id);
            if (row != null) {
                forest.merge(row, level.nodes(), level.next());
            }
        }
        if (found == null) {
            showState();
        }
        UUID waiting = waitingReveal;
        if (waiting != null) {
            waitingReveal = null;
            reveal(waiting);
        }
    }

    private void showState() {
        state.set(forest.root().children().isEmpty() ? ScreenState.empty() : ScreenState.ready());
    }

    private void failed(Failure failure) {
        // Rows that are shown stay: an old tree with a banner serves better than an empty one.
        if (!forest.root().loaded()) {
            state.set(ScreenState.failed(failure));
        }
    }

    private record Found(List<AssetHit> hits, List<AssetNode> nodes) {}

    private Found find(String text) {
        List<AssetHit> hits = assets.search(text, MAX_HITS);
        Set<UUID> ids = new HashSet<>();
        hits.forEach(hit -> ids.addAll(hit.path()));
        return new Found(hits, assets.nodes(ids));
    }

    private void showHits(String text, Found answer) {
        Map<UUID, AssetNode> nodes = new LinkedHashMap<>();
        answer.nodes().forEach(node -> nodes.put(node.id(), node));
        AssetForest hits = new AssetForest();
        hits.root().loadedUpTo(null);
        for (AssetHit hit : answer.hits()) {
            for (UUID step : hit.path()) {
                AssetNode node = nodes.get(step);
                AssetTreeRow row = node == null ? null : hits.reveal(node);
                if (row != null && !step.equals(hit.node().id())) {
                    row.loadedUpTo(null);
                    row.expandedProperty().set(true);
                }
            }
            AssetTreeRow row = hits.row(hit.node().id());
            if (row != null) {
                row.matchProperty().set(true);
            }
        }
        found = hits;
        foundText = text;
        best = answer.hits().isEmpty() ? null : answer.hits().getFirst().node().id();
        hitCount.set(answer.hits().size());
        shownRoot.set(hits.root());
        state.set(answer.hits().isEmpty() ? ScreenState.empty() : ScreenState.ready());
        choose();
    }

    private void endSearch() {
        found = null;
        foundText = "";
        hitCount.set(null);
        shownRoot.set(forest.root());
        showState();
        UUID id = selected.get();
        if (id != null) {
            reveal(id);
        }
    }

    private void revealPath(UUID id, List<AssetNode> path) {
        if (!forest.root().loaded()) {
            waitingReveal = id;
            return;
        }
        for (AssetNode step : path) {
            AssetTreeRow row = forest.reveal(step);
            if (row != null && !step.id().equals(id)) {
                open(row);
            }
        }
        if (!path.isEmpty()) {
            selected.set(id);
            if (found == null) {
                showState();
            }
        }
    }

    private void openAncestors(UUID id) {
        AssetTreeRow row = forest.row(id);
        for (AssetTreeRow up = row == null ? null : row.parent(); up != null; up = up.parent()) {
            up.expandedProperty().set(true);
        }
    }

    private void apply(Set<UUID> asked, List<AssetNode> nodes) {
        Set<UUID> seen = new HashSet<>();
        nodes.forEach(node -> seen.add(node.id()));
        forest.update(nodes);
        asked.stream().filter(id -> !seen.contains(id)).forEach(forest::remove);
        AssetForest hits = found;
        if (hits == null) {
            showState();
            return;
        }
        nodes.stream().filter(node -> hits.row(node.id()) != null).forEach(node -> hits.update(List.of(node)));
        asked.stream().filter(id -> !seen.contains(id)).forEach(hits::remove);
    }
}
