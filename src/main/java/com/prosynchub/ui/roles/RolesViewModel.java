package com.prosynchub.ui.roles;

import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.PermissionWord;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.model.access.RoleRules;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.access.RoleService;
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
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The roles with their people, and the chosen one's name and permissions as they are typed. FX thread. */
public final class RolesViewModel {
    private static final Differences<Role> DIFFERENCES = new Differences<Role>()
            .field("name", Role::name)
            .field("description", Role::description)
            .field("permissions", role -> words(role.permissions()));

    /** Both in one reading. */
    private record Read(List<RoleLine> lines, List<PermissionWord> words) {}

    private final RoleService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Supplier<SignedInUser> user;
    private final Supplier<Map<String, Permission>> screens;
    private final Messages messages = Messages.of("roles");
    private final ObservableList<RoleLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<PermissionWord>> words = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyObjectWrapper<RoleEffect> effect = new ReadOnlyObjectWrapper<>(NOTHING);
    private final RecordForm<Role> form;
    private @Nullable Integer like;
    /** Read by the worker that saves. */
    private volatile String reason = "";

    private static final RoleEffect NOTHING = new RoleEffect(0, List.of(), List.of(), 0, 0);

    final StringProperty name = new SimpleStringProperty("");
    final StringProperty description = new SimpleStringProperty("");
    /** The permissions as they are ticked just now. */
    final ObjectProperty<Set<Permission>> held = new SimpleObjectProperty<>(Set.of());
    /** The role whose permissions are compared with these; null for none. */
    final ObjectProperty<@Nullable Role> compared = new SimpleObjectProperty<>();

    /**
     * Reads nothing yet.
     *
     * @param user who is signed in
     * @param screens the permission of every screen that the program has, by title
     */
    public RolesViewModel(
            RoleService service,
            TaskRunner tasks,
            Notices notices,
            Supplier<SignedInUser> user,
            Supplier<Map<String, Permission>> screens) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        this.user = user;
        this.screens = screens;
        form = new RecordForm<>(tasks, new Parts());
        List.of(name, description).forEach(text -> text.addListener((o, before, now) -> form.typed()));
        held.addListener((o, before, now) -> form.typed());
        held.subscribe(this::measure);
        form.shownProperty().subscribe(this::measure);
    }

    public void load() {
        tasks.run(() -> new Read(service.list(), service.permissions()))
                .newest(TaskKey.of(this, "roles"))
                .onSuccess(this::take)
                .onFailure(failure -> {
                    if (lines.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    }
                })
                .start();
    }

    /** Begins a new role that may do nothing. */
    public void begin() {
        like = null;
        form.choose(new Role(0, "", null, Set.of(), 0));
    }

    /** Begins a copy of a role, scope and all. */
    public void copy(Role role) {
        form.choose(new Role(0, "", role.description(), Set.of(), 0));
        like = role.id();
        name.set(messages.text("copy.name", role.name()));
        held.set(role.permissions());
    }

    /** Gives or takes a permission in the draft. */
    public void toggle(Permission permission) {
        if (mayToggle(permission)) {
            Set<Permission> now =
                    held.get().stream().filter(p -> !p.equals(permission)).collect(Collectors.toUnmodifiableSet());
            held.set(now.size() < held.get().size() ? now : with(now, permission));
        }
    }

    /** Whether the person may change this permission of the shown role. */
    public boolean mayToggle(Permission permission) {
        Role base = form.shownProperty().get();
        SignedInUser person = user.get();
        return base != null
                && !RoleRules.isOwn(person, base)
                && RoleRules.mayReach(person, base)
                && (base.permissions().contains(permission) || RoleRules.mayGrant(person, permission));
    }

    /** Whether the shown role is the person's own, whose permissions only others change. */
    public boolean isOwn(Role role) {
        return RoleRules.isOwn(user.get(), role);
    }

    /** How the compared role differs at this permission: 1 only here, -1 only there, 0 not at all. */
    public int difference(Permission permission) {
        Role other = compared.get();
        if (other == null) {
            return 0;
        }
        return Boolean.compare(
                held.get().contains(permission), other.permissions().contains(permission));
    }

    /** What merging does to the people of the first role. */
    public RoleEffect mergeEffect(Role from, Role into) {
        return RoleEffect.of(from.permissions(), into.permissions(), people(from.id()), screens.get());
    }

    public void merge(Role from, Role into, String reason) {
        tasks.run(() -> service.merge(from, into, reason))
                .onSuccess(moved -> {
                    form.choose(null);
                    notices.success(messages.text("merged", from.name(), into.name(), moved));
                    load();
                })
                .onFailure(failure -> refused(failure, from))
                .start();
    }

    /** Saves what is typed with a reason, which may be blank and goes along to a conflict's answer. */
    public void save(String why) {
        reason = why;
        form.save();
    }

    /** Deletes a role; the reason may be blank. */
    public void delete(Role role, String why) {
        tasks.run(() -> service.delete(role, why))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Saved<Integer>) {
                        form.choose(null);
                        notices.success(messages.text("deleted", role.name()));
                    } else {
                        notices.warning(messages.text("conflict", role.name()));
                    }
                    load();
                })
                .onFailure(failure -> refused(failure, role))
                .start();
    }

    /** Shows the window as people with that role see it. */
    public void viewAs(Role role) {
        tasks.run(() -> {
                    service.viewAs(role);
                    return true;
                })
                .onSuccess(started -> {})
                .onFailure(failure -> refused(failure, role))
                .start();
    }

    private void refused(Failure failure, Role role) {
        if (failure instanceof Failure.Stale) {
            notices.warning(messages.text("conflict", role.name()));
            load();
        } else if (failure instanceof Failure.Invalid(List<Failure.Violation> broken)
                && broken.stream().anyMatch(v -> v.rule().equals("inUse"))) {
            notices.warning(messages.text("inUse", role.name()));
        } else {
            notices.failure(failure);
        }
    }

    private void take(Read read) {
        words.set(read.words());
        lines.setAll(read.lines());
        state.set(ScreenState.ready());
        Role open = form.shownProperty().get();
        if (open != null) {
            lines.stream()
                    .map(RoleLine::role)
                    .filter(role -> role.id() == open.id())
                    .findFirst()
                    .ifPresent(form::renew);
        }
        measure();
    }

    private void measure() {
        Role base = form.shownProperty().get();
        effect.set(
                base == null || base.id() == 0
                        ? NOTHING
                        : RoleEffect.of(base.permissions(), held.get(), people(base.id()), screens.get()));
    }

    /** Active accounts with that role. */
    public int people(int role) {
        return lines.stream()
                .filter(line -> line.role().id() == role)
                .mapToInt(RoleLine::people)
                .sum();
    }

    private static Set<Permission> with(Set<Permission> some, Permission one) {
        return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(one))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String words(Set<Permission> permissions) {
        return permissions.stream().map(Permission::key).sorted().collect(Collectors.joining(", "));
    }

    /** What the form knows of a role. */
    private final class Parts implements RecordForm.Parts<Role> {
        @Override
        public void show(@Nullable Role role) {
            like = null;
            name.set(role == null ? "" : role.name());
            description.set(role == null ? "" : Typed.show(role.description()));
            held.set(role == null ? Set.of() : role.permissions());
        }

        @Override
        public Role read(Role base, FieldChecks checks) {
            return new Role(base.id(), name.get().strip(), Typed.text(description.get()), held.get(), base.revision());
        }

        @Override
        public List<Failure.Violation> check(Role typed) {
            return RoleRules.check(typed);
        }

        @Override
        public boolean isNew(Role role) {
            return role.id() == 0;
        }

        @Override
        public SaveResult<Role> write(Role typed, Role base) {
            return isNew(typed)
                    ? new SaveResult.Saved<>(service.create(typed, like))
                    : service.save(typed, base, reason);
        }

        @Override
        public Conflict<Role> compare(Role mine, Role theirs) {
            return DIFFERENCES.conflict(mine, theirs);
        }

        @Override
        public void answered(SaveResult<Role> result) {
            switch (result) {
                case SaveResult.Saved<Role>(Role now) -> notices.success(messages.text("saved", now.name()));
                case SaveResult.Conflict<Role> asked -> {}
                case SaveResult.Gone<Role>(Role mine) -> notices.warning(messages.text("gone", mine.name()));
            }
            load();
        }

        @Override
        public void failed(Failure failure) {
            notices.failure(failure);
        }
    }

    /** The form; its record has id 0 while a new role is typed. */
    public RecordForm<Role> form() {
        return form;
    }

    /** By name. */
    public ObservableList<RoleLine> lines() {
        return lines;
    }

    /** Every permission there is, by resource and action. */
    public ReadOnlyObjectProperty<List<PermissionWord>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What saving would do to the people who hold the shown role. */
    public ReadOnlyObjectProperty<RoleEffect> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
