package com.prosynchub.ui.profile;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.ProfileService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Changing the own password while signed in; the database knows the rules and has the last word. FX thread. */
public final class OwnPasswordViewModel {
    private final ProfileService service;
    private final TaskRunner tasks;
    private final Messages messages = Messages.of("profile");
    private final StringProperty old = new SimpleStringProperty("");
    private final StringProperty fresh = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanBinding differing = Bindings.createBooleanBinding(
            () -> !repeated.get().isEmpty() && !repeated.get().equals(fresh.get()), fresh, repeated);
    private final BooleanBinding mayChange = old.isNotEmpty()
            .and(fresh.isNotEmpty())
            .and(repeated.isNotEmpty())
            .and(differing.not())
            .and(busy.not());

    public OwnPasswordViewModel(ProfileService service, TaskRunner tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    public void change() {
        if (!mayChange.get()) {
            return;
        }
        String before = old.get();
        String after = fresh.get();
        busy.set(true);
        problem.set("");
        done.set("");
        tasks.perform(() -> service.changePassword(before, after))
                .onSuccess(changed -> {
                    old.set("");
                    fresh.set("");
                    repeated.set("");
                    done.set(messages.text("password.changed"));
                })
                .onInvalid(invalid -> problem.set(sentence(invalid)))
                .onFailure(failure -> problem.set(FailureText.of(failure).what()))
                .always(() -> busy.set(false))
                .start();
    }

    private String sentence(Failure.Invalid invalid) {
        return invalid.violations().stream()
                .findFirst()
                .map(violation -> violation.field().equals("oldPassword")
                        ? messages.text("password.wrong")
                        : messages.text("password.refused", FailureText.of(violation)))
                .orElse("");
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

    /** Whether the new password was typed twice, and differently. */
    public BooleanBinding differing() {
        return differing;
    }

    public BooleanBinding mayChange() {
        return mayChange;
    }

    /** Why it was not changed; empty when there is nothing to say. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** That it was changed; empty before. */
    public ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
