package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.asset.AssetDetail;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One asset with everything its record holds, and what stands directly below it. FX thread. */
public final class AssetDetailViewModel {
    /** Children listed at once; the tree has them all. */
    static final int CHILDREN = 500;

    private final AssetService assets;
    private final ReferencesViewModel references;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable UUID> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AssetFacts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.empty());
    private final ObservableList<AssetNode> children = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper moreChildren = new ReadOnlyBooleanWrapper();
    private @Nullable UUID awaited;
    private Runnable onAwaited = () -> {};

    public AssetDetailViewModel(AssetService assets, ReferencesViewModel references, TaskRunner tasks) {
        this.assets = assets;
        this.references = references;
        this.tasks = tasks;
    }

    /** Shows an asset; null shows that none is chosen. */
    public void show(@Nullable UUID id) {
        if (!Objects.equals(id, awaited)) {
            awaited = null;
        }
        if (id == null) {
            shown.set(null);
            facts.set(null);
            children.clear();
            state.set(ScreenState.empty());
            tasks.run(() -> "").newest(TaskKey.of(this, "detail")).start();
            return;
        }
        if (!id.equals(shown.get())) {
            shown.set(id);
            state.set(ScreenState.loading());
        }
        read(id);
    }

    /** Calls back once this asset is what is shown, which may be at once; another choice forgets it. */
    public void whenShown(UUID id, Runnable action) {
        AssetFacts now = facts.get();
        if (id.equals(shown.get()) && now != null && now.asset().id().equals(id)) {
            action.run();
        } else {
            awaited = id;
            onAwaited = action;
        }
    }

    private void arrived(UUID id) {
        if (id.equals(awaited)) {
            awaited = null;
            onAwaited.run();
        }
    }

    /** Reads the shown asset again; what is shown stays until the answer is here. */
    public void reload() {
        UUID id = shown.get();
        if (id != null) {
            read(id);
        }
    }

    private record Read(Optional<AssetDetail> detail, Page<AssetNode> children) {}

    private void read(UUID id) {
        tasks.run(() -> new Read(assets.find(id), assets.children(id, PageRequest.first(CHILDREN))))
                .newest(TaskKey.of(this, "detail"))
                .onSuccess(answer -> answered(id, answer))
                .onFailure(this::failed)
                .start();
    }

    private void answered(UUID id, Read read) {
        if (read.detail().isEmpty()) {
            facts.set(null);
            children.clear();
            state.set(ScreenState.failed(new Failure.Stale("ASSET", id.toString(), "the asset was deleted")));
            return;
        }
        facts.set(factsOf(read.detail().get()));
        if (!children.equals(read.children().items())) {
            children.setAll(read.children().items());
        }
        moreChildren.set(!read.children().last());
        state.set(ScreenState.ready());
        arrived(id);
    }

    private void failed(Failure failure) {
        // What is shown of this very asset stays and the banner says that it may be old.
        AssetFacts now = facts.get();
        if (now == null || !now.asset().id().equals(shown.get())) {
            state.set(ScreenState.failed(failure));
        }
    }

    private AssetFacts factsOf(AssetDetail detail) {
        Asset asset = detail.asset();
        References names = references.referencesProperty().get();
        String place = names.place(asset.locationId());
        return new AssetFacts(
                asset,
                detail.type() == null
                        ? names.typeName(asset.assetTypeId())
                        : detail.type().name(),
                detail.type() == null || detail.type().icon() == null
                        ? ""
                        : detail.type().icon(),
                place.isEmpty() && detail.location() != null ? detail.location().name() : place,
                detail.path(),
                orEmpty(detail.createdBy()),
                orEmpty(detail.updatedBy()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public ReadOnlyObjectProperty<@Nullable UUID> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What is known of the asset; null before the first answer. */
    public ReadOnlyObjectProperty<@Nullable AssetFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What stands directly below, by name; at most {@link #CHILDREN}. */
    public ObservableList<AssetNode> children() {
        return children;
    }

    /** Whether there are more children than are listed. */
    public ReadOnlyBooleanProperty moreChildrenProperty() {
        return moreChildren.getReadOnlyProperty();
    }
}
