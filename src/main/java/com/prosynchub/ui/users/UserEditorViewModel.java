package com.prosynchub.ui.users;

import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.access.UserService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.view.FormFields;
import com.prosynchub.ui.kit.view.TypedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form of one account. A temporary password goes to whoever asked and is not kept here. FX thread. */
public final class UserEditorViewModel {
    private static final String PLACES = "places";

    private final UserService service;
    private final TaskRunner tasks;
    private final Runnable whenSaved;
    private final boolean fresh;
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    final StringProperty username = new SimpleStringProperty("");
    final StringProperty email = new SimpleStringProperty("");
    final StringProperty firstName = new SimpleStringProperty("");
    final StringProperty lastName = new SimpleStringProperty("");
    final StringProperty phoneNumber = new SimpleStringProperty("");
    final StringProperty department = new SimpleStringProperty("");
    final StringProperty profileImageUrl = new SimpleStringProperty("");
    final ObjectProperty<@Nullable Role> role = new SimpleObjectProperty<>();
    private final FormFields fields = new FormFields()
            .add("username", username)
            .add("email", email)
            .add("firstName", firstName)
            .add("lastName", lastName)
            .add("phoneNumber", phoneNumber)
            .add("department", department)
            .add("profileImageUrl", profileImageUrl)
            .add("role", role);
    private final ReadOnlyBooleanWrapper conflicting = new ReadOnlyBooleanWrapper();
    private List<Role> roles = List.of();
    private @Nullable PlacesViewModel places;
    private UserAccount base;
    private boolean busy;

    UserEditorViewModel(UserService service, TaskRunner tasks, @Nullable UserAccount account, Runnable whenSaved) {
        this.service = service;
        this.tasks = tasks;
        this.whenSaved = whenSaved;
        fresh = account == null;
        base = account == null
                ? new UserAccount(UUID.randomUUID(), "", "", "", "", 0, null, null, null, true, null, 0)
                : account;
        show(base);
        fields.settle();
    }

    private void show(UserAccount account) {
        username.set(account.username());
        email.set(account.email());
        firstName.set(account.firstName());
        lastName.set(account.lastName());
        phoneNumber.set(Typed.show(account.phoneNumber()));
        department.set(Typed.show(account.department()));
        profileImageUrl.set(Typed.show(account.profileImageUrl()));
        roles.stream().filter(r -> r.id() == account.roleId()).findFirst().ifPresent(role::set);
    }

    public boolean isNew() {
        return fresh;
    }

    /** The person's places are saved along, before the rest: nobody gets more rights with too wide a sight. */
    void with(PlacesViewModel chosen) {
        places = chosen;
    }

    /** The places that are saved along; null where they can not be set. */
    @Nullable
    PlacesViewModel places() {
        return places;
    }

    private SaveResult<UserAccount> store(UserAccount mine) {
        if (places != null) {
            places.store();
        }
        return service.save(mine, "");
    }

    /** Chooses the account's own role among those that exist. */
    public void offer(List<Role> roles) {
        this.roles = List.copyOf(roles);
        show(base);
        fields.settle();
    }

    public boolean isTyped() {
        return fields.isTyped() || (places != null && places.isTyped());
    }

    /** What is typed, to be put aside. */
    TypedForm typed() {
        Map<String, @Nullable Object> values = fields.values();
        if (places != null && places.isTyped()) {
            values.put(PLACES, places.chosen());
        }
        return new TypedForm(fresh ? null : base, values);
    }

    /** Fills in what was put aside. */
    void restore(TypedForm typed) {
        fields.fill(typed.fields());
        if (places != null && typed.fields().get(PLACES) instanceof Set<?> chosen) {
            places.restore(chosen);
        }
    }

    /** Saves; hands out the temporary password of a new account, and null for a saved one. */
    public void save(Consumer<@Nullable String> done) {
        if (busy) {
            return;
        }
        conflicting.set(false);
        UserAccount mine = read();
        List<Failure.Violation> broken = AccountRules.check(mine);
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        problem.set("");
        if (!broken.isEmpty()) {
            return;
        }
        busy = true;
        if (fresh) {
            tasks.run(() -> service.create(mine))
                    .onSuccess(password -> finish(done, password))
                    .onFailure(this::refused)
                    .always(() -> busy = false)
                    .start();
        } else {
            tasks.run(() -> store(mine))
                    .onSuccess(result -> answered(result, done))
                    .onFailure(this::refused)
                    .always(() -> busy = false)
                    .start();
        }
    }

    private void answered(SaveResult<UserAccount> result, Consumer<@Nullable String> done) {
        Messages messages = Messages.of("users");
        switch (result) {
            case SaveResult.Saved<UserAccount> saved -> finish(done, null);
            case SaveResult.Conflict<UserAccount>(UserAccount mine, UserAccount theirs) -> {
                // What was typed stays, on top of the newer revision: saving again writes it over theirs.
                base = theirs;
                conflicting.set(true);
                problem.set(messages.text("conflict", String.join("\n", differences(mine, theirs))));
            }
            case SaveResult.Gone<UserAccount> gone -> problem.set(messages.text("changed", base.username()));
        }
    }

    /** Gives up what was typed for what somebody else saved; the form goes on from there. */
    public void takeTheirs() {
        conflicting.set(false);
        problem.set("");
        show(base);
        fields.settle();
    }

    private void finish(Consumer<@Nullable String> done, @Nullable String password) {
        done.accept(password);
        whenSaved.run();
    }

    private void refused(Failure failure) {
        if (failure instanceof Failure.Invalid rules
                && rules.violations().stream().noneMatch(v -> v.field().isEmpty())) {
            invalid.set(rules);
            return;
        }
        String own = sentence(failure);
        FailureText text = FailureText.of(failure);
        problem.set(own == null ? text.what() + " " + text.why() : own);
    }

    /** What this screen says of a refusal that has words of its own; null for every other. */
    static @Nullable String sentence(Failure failure) {
        Messages messages = Messages.of("users");
        if (failure instanceof Failure.Invalid rules
                && rules.violations().stream().anyMatch(v -> v.rule().equals("lastAdministrator"))) {
            return messages.text("last.administrator");
        }
        // The database names the missing permission; without one it was the rank.
        return failure instanceof Failure.Denied denied
                        && denied.reason() == DeniedReason.PERMISSION
                        && denied.permission() == null
                ? messages.text("rank")
                : null;
    }

    private static List<String> differences(UserAccount mine, UserAccount theirs) {
        List<String> found = new ArrayList<>();
        Messages messages = Messages.of("users");
        differ(found, messages.text("username"), mine.username(), theirs.username());
        differ(found, messages.text("email"), mine.email(), theirs.email());
        differ(found, messages.text("firstName"), mine.firstName(), theirs.firstName());
        differ(found, messages.text("lastName"), mine.lastName(), theirs.lastName());
        differ(found, messages.text("phone"), mine.phoneNumber(), theirs.phoneNumber());
        differ(found, messages.text("department"), mine.department(), theirs.department());
        differ(found, messages.text("picture"), mine.profileImageUrl(), theirs.profileImageUrl());
        if (mine.roleId() != theirs.roleId()) {
            found.add(messages.text("conflict.role"));
        }
        if (mine.active() != theirs.active()) {
            found.add(messages.text("conflict.active"));
        }
        return found;
    }

    private static void differ(List<String> found, String label, @Nullable String mine, @Nullable String theirs) {
        String yours = Typed.show(mine);
        String others = Typed.show(theirs);
        if (!yours.equals(others)) {
            found.add(Messages.of("users").text("conflict.line", label, yours, others));
        }
    }

    private UserAccount read() {
        Role chosen = role.get();
        return new UserAccount(
                base.id(),
                username.get().strip(),
                email.get().strip(),
                firstName.get().strip(),
                lastName.get().strip(),
                chosen == null ? 0 : chosen.id(),
                Typed.text(phoneNumber.get()),
                Typed.text(department.get()),
                Typed.text(profileImageUrl.get()),
                base.active(),
                base.lastLogin(),
                base.revision());
    }

    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** Whether somebody else saved the account meanwhile, and nobody has said yet whose version stays. */
    public ReadOnlyBooleanProperty conflictingProperty() {
        return conflicting.getReadOnlyProperty();
    }

    /** What is wrong beyond single fields; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
