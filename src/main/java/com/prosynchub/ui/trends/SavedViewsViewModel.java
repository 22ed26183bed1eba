package com.prosynchub.ui.trends;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.service.trend.TrendViewService;
import com.prosynchub.ui.kit.dialog.Dialogs;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The saved views: own ones and those of the role, which one is open, and what may be done with it. FX thread. */
public final class SavedViewsViewModel {
    /** Under it the person's default view is kept. */
    static final String DEFAULT = "trends.view";

    private final TrendViewService service;
    private final TrendsViewModel page;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Dialogs dialogs;
    private final Preferences preferences;
    private final Messages messages = Messages.of("trends");
    private final ObservableList<SavedPage> views = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable SavedPage> current = new ReadOnlyObjectWrapper<>();
    private Map<Integer, String> roles = Map.of();
    private boolean opened;

    SavedViewsViewModel(
            TrendViewService service,
            TrendsViewModel page,
            TaskRunner tasks,
            Notices notices,
            Dialogs dialogs,
            Preferences preferences) {
        this.service = service;
        this.page = page;
        this.tasks = tasks;
        this.notices = notices;
        this.dialogs = dialogs;
        this.preferences = preferences;
    }

    /** Reads the views. The first time the default view is opened, unless something is shown already. */
    public void load() {
        tasks.run(() -> new Read(service.all(), service.mayShare() ? service.roles() : Map.of()))
                .newest(TaskKey.of(this, "views"))
                .onSuccess(read -> {
                    roles = read.roles();
                    show(read.views());
                })
                // The charts themselves say what is down.
                .onUnavailable(down -> {})
                .start();
    }

    private record Read(List<SavedPage> views, Map<Integer, String> roles) {}

    private void show(List<SavedPage> read) {
        views.setAll(read);
        SavedPage now = current.get();
        if (now != null) {
            // What is on the screen stays. Name and sharing follow; the revision does not, by which a later save
            // notices.
            SavedPage stored = find(now.id()).orElse(null);
            current.set(
                    stored == null
                            ? null
                            : new SavedPage(
                                    now.id(),
                                    stored.ownerId(),
                                    stored.roleId(),
                                    stored.name(),
                                    now.page(),
                                    now.revision()));
        }
        if (!opened) {
            opened = true;
            preferences
                    .get(DEFAULT)
                    .flatMap(id -> read.stream()
                            .filter(view -> view.id().toString().equals(id))
                            .findFirst())
                    .filter(view -> page.page().traces().isEmpty())
                    .ifPresent(this::open);
        }
    }

    /** Shows a view in place of what is shown. */
    public void open(SavedPage view) {
        current.set(view);
        page.show(view.page());
    }

    /** Whether something else is shown than the open view holds. */
    public boolean changed() {
        SavedPage view = current.get();
        return view != null && !view.page().equals(page.page());
    }

    /** Whether {@link #save} has a view to write to. */
    public boolean maySave() {
        SavedPage view = current.get();
        return view != null && service.mayChange(view);
    }

    /** Saves what is shown in the open view. */
    public void save() {
        SavedPage view = current.get();
        if (view != null) {
            store(view.with(page.page()));
        }
    }

    /** Keeps what is shown as a new view of one's own. */
    public void saveAs(String name) {
        SavedPage made = new SavedPage(UUID.randomUUID(), service.owner(), null, name.strip(), page.page(), 0);
        tasks.run(() -> service.create(made))
                .onSuccess(stored -> {
                    current.set(stored);
                    notices.success(messages.text("view.saved", stored.name()));
                    load();
                })
                .start();
    }

    public void rename(SavedPage view, String name) {
        store(view.named(name.strip()));
    }

    /** Gives a view to a role, or takes it back with null. */
    public void share(SavedPage view, @Nullable Integer role) {
        store(new SavedPage(view.id(), view.ownerId(), role, view.name(), view.page(), view.revision()));
    }

    /** Takes a view away, which can be taken back. What is shown stays. */
    public void delete(SavedPage view) {
        tasks.run(() -> service.delete(view.id(), view.revision()))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Conflict<UUID>) {
                        notices.warning(messages.text("view.other", view.name()));
                    } else {
                        if (isCurrent(view)) {
                            current.set(null);
                        }
                        notices.undo(messages.text("view.deleted", view.name()), () -> putBack(view));
                    }
                    load();
                })
                .start();
    }

    private void putBack(SavedPage view) {
        tasks.run(() -> service.create(view)).onSuccess(stored -> load()).start();
    }

    private void store(SavedPage mine) {
        tasks.run(() -> service.save(mine))
                .onSuccess(result -> stored(mine, result))
                .start();
    }

    private void stored(SavedPage mine, SaveResult<SavedPage> result) {
        switch (result) {
            case SaveResult.Saved<SavedPage>(SavedPage saved) -> {
                if (isCurrent(saved)) {
                    current.set(saved);
                }
                notices.success(messages.text("view.saved", saved.name()));
            }
            case SaveResult.Conflict<SavedPage>(SavedPage m, SavedPage theirs) ->
                dialogs.confirm(
                        messages.text("view.conflict.title"),
                        messages.text("view.conflict", theirs.name()),
                        messages.text("view.conflict.verb"),
                        () -> store(new SavedPage(
                                mine.id(),
                                theirs.ownerId(),
                                mine.roleId(),
                                mine.name(),
                                mine.page(),
                                theirs.revision())));
            case SaveResult.Gone<SavedPage> gone -> notices.warning(messages.text("view.gone", mine.name()));
        }
        load();
    }

    /** Opens with the screen from now on; null for none. */
    public void setDefault(@Nullable SavedPage view) {
        if (view == null) {
            preferences.remove(DEFAULT);
        } else {
            preferences.put(DEFAULT, view.id().toString());
        }
    }

    public boolean isDefault(SavedPage view) {
        return preferences.get(DEFAULT).filter(view.id().toString()::equals).isPresent();
    }

    /** A page that was opened from elsewhere belongs to no view. */
    public void leave() {
        opened = true;
        current.set(null);
    }

    public boolean mayChange(SavedPage view) {
        return service.mayChange(view);
    }

    /** Roles to which a view can be given; empty for whoever may not. */
    public Map<Integer, String> roles() {
        return new LinkedHashMap<>(roles);
    }

    /** The role that shares it; empty where the person may not know more than that it is the own one. */
    public Optional<String> roleOf(SavedPage view) {
        Integer role = view.roleId();
        return role == null ? Optional.empty() : Optional.ofNullable(roles.get(role));
    }

    private boolean isCurrent(SavedPage view) {
        SavedPage now = current.get();
        return now != null && now.id().equals(view.id());
    }

    private Optional<SavedPage> find(UUID id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** By name. */
    public ObservableList<SavedPage> views() {
        return views;
    }

    /** The open view as it is stored; null for none. */
    public ReadOnlyObjectProperty<@Nullable SavedPage> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
