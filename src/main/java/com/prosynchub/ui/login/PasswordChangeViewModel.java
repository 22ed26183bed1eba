package com.prosynchub.ui.login;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Changing the own password; the rules are shown as they are met. The database has the last word. FX thread. */
public final class PasswordChangeViewModel {
    /** What the database asks for at least. */
    public static final int LEAST_LENGTH = 12;

    private final SignInService service;
    private final TaskRunner tasks;
    private final Consumer<SignedInUser> onChanged;
    private final Messages messages = Messages.of("login");
    private final StringProperty old = new SimpleStringProperty("");
    private final StringProperty fresh = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanBinding longEnough =
            Bindings.createBooleanBinding(() -> length(fresh.get()) >= LEAST_LENGTH, fresh);
    private final BooleanBinding different = Bindings.createBooleanBinding(
            () -> !fresh.get().isEmpty() && !fresh.get().equals(old.get()), fresh, old);
    private final BooleanBinding same = Bindings.createBooleanBinding(
            () -> !fresh.get().isEmpty() && fresh.get().equals(repeated.get()), fresh, repeated);
    private final BooleanBinding maySave =
            old.isNotEmpty().and(longEnough).and(different).and(same).and(busy.not());

    public PasswordChangeViewModel(SignInService service, TaskRunner tasks, Consumer<SignedInUser> onChanged) {
        this.service = service;
        this.tasks = tasks;
        this.onChanged = onChanged;
    }

    public void save() {
        if (!maySave.get()) {
            return;
        }
        String before = old.get();
        String after = fresh.get();
        busy.set(true);
        problem.set("");
        tasks.run(() -> service.changePassword(before, after))
                .onSuccess(this::changed)
                .onInvalid(invalid -> problem.set(sentence(invalid)))
                .onFailure(failure -> problem.set(FailureText.of(failure).what()))
                .always(() -> busy.set(false))
                .start();
    }

    /** Forgets what was typed. */
    public void clear() {
        old.set("");
        fresh.set("");
        repeated.set("");
        problem.set("");
    }

    private void changed(SignedInUser user) {
        clear();
        onChanged.accept(user);
    }

    private String sentence(Failure.Invalid invalid) {
        return invalid.violations().stream()
                .findFirst()
                .map(violation -> violation.field().equals("oldPassword")
                        ? messages.text("change.wrong")
                        : messages.text("change.refused", FailureText.of(violation)))
                .orElse("");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public StringProperty oldProperty() {
        return old;
    }

    public StringProperty freshProperty() {
        return fresh;
    }

    public StringProperty repeatedProperty() {
        return repeated;
    }

    public BooleanBinding longEnough() {
        return longEnough;
    }

    public BooleanBinding different() {
        return different;
    }

    public BooleanBinding same() {
        return same;
    }

    public BooleanBinding maySave() {
        return maySave;
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
