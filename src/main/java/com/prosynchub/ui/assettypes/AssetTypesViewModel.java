package com.prosynchub.ui.assettypes;

import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.asset.AssetTypeService;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.view.ScreenState;
import com.prosynchub.ui.kit.view.UnsavedWork;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of asset types, and the form of the chosen or the new one. FX thread. */
public final class AssetTypesViewModel implements UnsavedWork, Conflict.Choice {
    private static final Differences<AssetType> DIFFERENCES = new Differences<AssetType>()
            .field("name", AssetType::name)
            .field("description", AssetType::description)
            .field("icon", AssetType::icon);

    private final AssetTypeService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("assettypes");
    private final ObservableList<AssetType> types = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyObjectWrapper<@Nullable AssetType> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Conflict<AssetType>> conflict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty description = new SimpleStringProperty("");
    final StringProperty icon = new SimpleStringProperty("");
    private boolean busy;

    public AssetTypesViewModel(AssetTypeService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        List.of(name, description, icon).forEach(text -> text.addListener((o, before, now) -> typed()));
    }

    public void load() {
        tasks.run(service::all)
                .newest(TaskKey.of(this, "types"))
                .onSuccess(this::take)
                .onFailure(failure -> {
                    if (types.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    }
                })
                .start();
    }

    /** Shows a type in the form; null shows that none is chosen. */
    public void choose(@Nullable AssetType type) {
        shown.set(type);
        invalid.set(null);
        conflict.set(null);
        name.set(type == null ? "" : type.name());
        description.set(type == null ? "" : Typed.show(type.description()));
        icon.set(type == null ? "" : Typed.show(type.icon()));
        dirty.set(false);
    }

    /** Begins a new type. */
    public void begin() {
        choose(new AssetType(0, "", null, null, 0));
    }

    public void save() {
        save(ignored -> {});
    }

    @Override
    public void save(Consumer<Boolean> whenDone) {
        AssetType base = shown.get();
        if (base == null || busy) {
            whenDone.accept(base == null);
            return;
        }
        AssetType mine = read(base);
        List<Failure.Violation> broken = AssetRules.check(mine);
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        if (!broken.isEmpty()) {
            whenDone.accept(false);
            return;
        }
        busy = true;
        tasks.run(() -> mine.id() == 0 ? new SaveResult.Saved<>(service.create(mine)) : service.save(mine))
                .onSuccess(result -> whenDone.accept(answered(result)))
                .onFailure(failure -> {
                    if (failure instanceof Failure.Invalid rules) {
                        invalid.set(rules);
                    } else {
                        notices.failure(failure);
                    }
                    whenDone.accept(false);
                })
                .always(() -> busy = false)
                .start();
    }

    private boolean answered(SaveResult<AssetType> result) {
        boolean saved =
                switch (result) {
                    case SaveResult.Saved<AssetType>(AssetType now) -> {
                        choose(now);
                        notices.success(messages.text("saved", now.name()));
                        yield true;
                    }
                    case SaveResult.Conflict<AssetType>(AssetType mine, AssetType theirs) -> {
                        conflict.set(DIFFERENCES.conflict(mine, theirs));
                        yield false;
                    }
                    case SaveResult.Gone<AssetType>(AssetType mine) -> {
                        notices.warning(messages.text("gone", mine.name()));
                        yield false;
                    }
                };
        load();
        return saved;
    }

    public void delete(AssetType type) {
        tasks.run(() -> service.delete(type.id(), type.revision()))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Saved<Integer>) {
                        choose(null);
                        notices.success(messages.text("deleted", type.name()));
                    } else {
                        notices.warning(messages.text("conflict", type.name()));
                    }
                    load();
                })
                .onInvalid(inUse -> notices.warning(messages.text("inUse", type.name())))
                .start();
    }

    @Override
    public void keepMine() {
        Conflict<AssetType> both = conflict.get();
        if (both != null) {
            conflict.set(null);
            // What was typed stays, on top of the newer revision.
            shown.set(both.theirs());
            dirty.set(true);
            save();
        }
    }

    @Override
    public void takeTheirs() {
        Conflict<AssetType> both = conflict.get();
        if (both != null) {
            choose(both.theirs());
        }
    }

    @Override
    public void decideLater() {
        conflict.set(null);
    }

    @Override
    public boolean isDirty() {
        return dirty.get();
    }

    @Override
    public void discard() {
        AssetType base = shown.get();
        choose(base == null || base.id() == 0 ? null : base);
    }

    private void take(List<AssetType> now) {
        if (!types.equals(now)) {
            types.setAll(now);
        }
        state.set(now.isEmpty() ? ScreenState.empty() : ScreenState.ready());
        AssetType open = shown.get();
        if (open != null && !dirty.get()) {
            now.stream()
                    .filter(type -> type.id() == open.id() && !type.equals(open))
                    .findFirst()
                    .ifPresent(this::choose);
        }
    }

    private AssetType read(AssetType base) {
        return new AssetType(
                base.id(), name.get().strip(), Typed.text(description.get()), Typed.text(icon.get()), base.revision());
    }

    private void typed() {
        AssetType base = shown.get();
        if (base != null) {
            dirty.set(!read(base).equals(base));
        }
    }

    /** By name. */
    public ObservableList<AssetType> types() {
        return types;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The type in the form; id 0 for a new one, null for none. */
    public ReadOnlyObjectProperty<@Nullable AssetType> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** Both versions while the person has not chosen; null otherwise. */
    public ReadOnlyObjectProperty<@Nullable Conflict<AssetType>> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }
}
