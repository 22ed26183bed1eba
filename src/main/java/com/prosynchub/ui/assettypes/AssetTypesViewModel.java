package com.prosynchub.ui.assettypes;

import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.asset.AssetTypeService;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.view.RecordForm;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of asset types, and the form of the chosen or the new one. FX thread. */
public final class AssetTypesViewModel {
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
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty description = new SimpleStringProperty("");
    final StringProperty icon = new SimpleStringProperty("");
    private final RecordForm<AssetType> form;

    public AssetTypesViewModel(AssetTypeService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        form = new RecordForm<>(tasks, new Parts());
        List.of(name, description, icon).forEach(text -> text.addListener((o, before, now) -> form.typed()));
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

    /** Begins a new type. */
    public void begin() {
        form.choose(new AssetType(0, "", null, null, 0));
    }

    /** What the form knows of a type. */
    private final class Parts implements RecordForm.Parts<AssetType> {
        @Override
        public void show(@Nullable AssetType type) {
            name.set(type == null ? "" : type.name());
            description.set(type == null ? "" : Typed.show(type.description()));
            icon.set(type == null ? "" : Typed.show(type.icon()));
        }

        @Override
        public AssetType read(AssetType base, FieldChecks checks) {
            return new AssetType(
                    base.id(),
                    name.get().strip(),
                    Typed.text(description.get()),
                    Typed.text(icon.get()),
                    base.revision());
        }

        @Override
        public List<Failure.Violation> check(AssetType typed) {
            return AssetRules.check(typed);
        }

        @Override
        public boolean isNew(AssetType type) {
            return type.id() == 0;
        }

        @Override
        public SaveResult<AssetType> write(AssetType typed, AssetType base) {
            return isNew(typed) ? new SaveResult.Saved<>(service.create(typed)) : service.save(typed);
        }

        @Override
        public Conflict<AssetType> compare(AssetType mine, AssetType theirs) {
            return DIFFERENCES.conflict(mine, theirs);
        }

        @Override
        public void answered(SaveResult<AssetType> result) {
            switch (result) {
                case SaveResult.Saved<AssetType>(AssetType now) -> notices.success(messages.text("saved", now.name()));
                case SaveResult.Conflict<AssetType> asked -> {}
                case SaveResult.Gone<AssetType>(AssetType mine) -> notices.warning(messages.text("gone", mine.name()));
            }
            load();
        }

        @Override
        public void failed(Failure failure) {
            notices.failure(failure);
        }
    }

    /** Deletes a type; the reason may be blank. */
    public void delete(AssetType type, String reason) {
        tasks.run(() -> service.delete(type.id(), type.revision(), reason))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Saved<Integer>) {
                        form.choose(null);
                        notices.success(messages.text("deleted", type.name()));
                    } else {
                        notices.warning(messages.text("conflict", type.name()));
                    }
                    load();
                })
                .onInvalid(inUse -> notices.warning(messages.text("inUse", type.name())))
                .start();
    }

    private void take(List<AssetType> now) {
        if (!types.equals(now)) {
            types.setAll(now);
        }
        state.set(now.isEmpty() ? ScreenState.empty() : ScreenState.ready());
        AssetType open = form.shownProperty().get();
        if (open != null) {
            now.stream().filter(type -> type.id() == open.id()).findFirst().ifPresent(form::renew);
        }
    }

    /** The form; its record has id 0 while a new type is typed. */
    public RecordForm<AssetType> form() {
        return form;
    }

    /** By name. */
    public ObservableList<AssetType> types() {
        return types;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
