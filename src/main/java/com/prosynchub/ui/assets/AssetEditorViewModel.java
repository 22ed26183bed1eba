package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.ui.kit.dialog.OpenConflict;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.UnsavedWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Edits every column of one asset, or creates one. A conflict keeps both versions until the person chose; nothing typed is
 * ever lost by a failed save. One per asset edited; FX thread.
 */
public final class AssetEditorViewModel implements UnsavedWork {
    private final AssetService assets;
    private final TaskRunner tasks;
    private final Consumer<Asset> onSaved;
    private final AssetDraft draft = new AssetDraft();
    private final boolean fresh;
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final OpenConflict<Asset> conflict = new OpenConflict<>(this::saveOver, this::takeTheirs);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Asset base;

    private AssetEditorViewModel(
            AssetService assets, TaskRunner tasks, Asset base, boolean fresh, Consumer<Asset> onSaved) {
        this.assets = assets;
        this.tasks = tasks;
        this.base = base;
        this.fresh = fresh;
        this.onSaved = onSaved;
        draft.show(base);
        draft.onChange(this::typed);
    }

    /** Edits an asset that exists. */
    static AssetEditorViewModel edit(AssetService assets, TaskRunner tasks, Asset asset, Consumer<Asset> onSaved) {
        return new AssetEditorViewModel(assets, tasks, asset, false, onSaved);
    }

    /** Creates an asset below {@code parent}; its id is made here, so that trying again creates it once. */
    static AssetEditorViewModel create(
            AssetService assets, TaskRunner tasks, @Nullable Asset parent, Consumer<Asset> onSaved) {
        return new AssetEditorViewModel(assets, tasks, blank(parent), true, onSaved);
    }

    private static Asset blank(@Nullable Asset parent) {
        return new Asset(
                UUID.randomUUID(),
                "",
                null,
                0,
                AssetStatus.OPERATIONAL,
                null,
                parent == null ? null : parent.locationId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                parent == null ? null : parent.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    AssetDraft draft() {
        return draft;
    }

    /**
     * Takes typed work over that an ended session left behind. It keeps the revision it was typed on: what somebody else saved
     * meanwhile is then asked about and not written over.
     */
    void restore(Asset typed) {
        AssetDraft stored = new AssetDraft();
        stored.show(base);
        base = stored.read(typed, new FieldChecks());
        draft.show(typed);
    }

    /** What is typed, as a record; for keeping it when the session ends. */
    Asset typedAsset() {
        return draft.read(base, new FieldChecks());
    }

    /** Saves when every field is right; otherwise marks the fields. */
    public void save() {
        save(ignored -> {});
    }

    @Override
    public void save(Consumer<Boolean> whenDone) {
        FieldChecks checks = new FieldChecks();
        Asset mine = draft.read(base, checks);
        List<Failure.Violation> broken = new ArrayList<>(checks.violations());
        broken.addAll(AssetRules.check(mine));
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        if (!broken.isEmpty() || busy.get()) {
            whenDone.accept(false);
            return;
        }
        write(mine, whenDone);
    }

    private void saveOver(Asset theirs) {
        base = theirs;
        save();
    }

    private void takeTheirs(Asset theirs) {
        adopt(theirs);
        onSaved.accept(theirs);
    }

    @Override
    public void discard() {
        draft.show(base);
        invalid.set(null);
        failure.set(null);
        dirty.set(false);
    }

    @Override
    public boolean isDirty() {
        return dirty.get();
    }

    private void write(Asset mine, Consumer<Boolean> whenDone) {
        Asset before = base;
        busy.set(true);
        failure.set(null);
        tasks.run(() -> named(fresh ? new SaveResult.Saved<>(assets.create(mine)) : saveAndMove(mine, before)))
                .onSuccess(answer -> whenDone.accept(answered(answer)))
                .onFailure(why -> {
                    failed(why);
                    whenDone.accept(false);
                })
                .always(() -> busy.set(false))
                .start();
    }

    /**
     * What came of a save.
     *
     * @param parents the way to the parents a conflict is about, by key
     */
    private record Answer(SaveResult<Asset> result, Map<String, String> parents) {}

    /** Finds out on the worker how the parents are called that a conflict is about. */
    private Answer named(SaveResult<Asset> result) {
        Map<String, String> parents = new HashMap<>();
        if (result instanceof SaveResult.Conflict<Asset>(Asset mine, Asset theirs)
                && !Objects.equals(mine.parentAssetId(), theirs.parentAssetId())) {
            Stream.of(mine, theirs)
                    .map(Asset::parentAssetId)
                    .filter(Objects::nonNull)
                    .forEach(id -> parents.put(id.toString(), AssetSearchViewModel.way(assets.path(id))));
        }
        return new Answer(result, parents);
    }

    /** Columns first, then the place in the tree: the two are saved apart, since moving checks for cycles. */
    private SaveResult<Asset> saveAndMove(Asset mine, Asset before) {
        SaveResult<Asset> saved = assets.save(mine);
        if (saved instanceof SaveResult.Saved<Asset>(Asset now)
                && !Objects.equals(mine.parentAssetId(), now.parentAssetId())
                && !Objects.equals(mine.parentAssetId(), before.parentAssetId())) {
            try {
                return assets.move(mine.id(), mine.parentAssetId(), now.revision());
            } catch (FailureException refused) {
                // The columns are saved: the next save must start from there.
                tasks.ui().post(() -> base = now);
                throw refused;
            }
        }
        return saved;
    }

    private boolean answered(Answer answer) {
        return switch (answer.result()) {
            case SaveResult.Saved<Asset>(Asset now) -> {
                adopt(now);
                onSaved.accept(now);
                yield true;
            }
            case SaveResult.Conflict<Asset>(Asset mine, Asset theirs) -> {
                conflict.ask(AssetDifferences.conflict(mine, theirs, answer.parents()));
                yield false;
            }
            case SaveResult.Gone<Asset>(Asset mine) -> {
                failure.set(new Failure.Stale("ASSET", mine.id().toString(), "the asset was deleted"));
                yield false;
            }
        };
    }

    private void failed(Failure why) {
        if (why instanceof Failure.Invalid broken) {
            invalid.set(broken);
        } else {
            failure.set(why);
        }
    }

    private void adopt(Asset now) {
        base = now;
        draft.show(now);
        dirty.set(false);
    }

    private void typed() {
        FieldChecks checks = new FieldChecks();
        Asset now = draft.read(base, checks);
        dirty.set(!checks.violations().isEmpty()
                || !AssetDifferences.between(now, base).isEmpty());
    }

    public boolean isNew() {
        return fresh;
    }

    /** The asset as it was read. */
    public Asset base() {
        return base;
    }

    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** Why saving failed, when no field is to blame. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public OpenConflict<Asset> conflict() {
        return conflict;
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
