package com.prosynchub.ui.login;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.service.access.NewSite;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Names an empty site and creates its first administrator. FX thread. */
public final class FirstAdministratorViewModel {
    private final SignInService service;
    private final TaskRunner tasks;
    private final Consumer<String> onCreated;
    final StringProperty siteName = new SimpleStringProperty("");
    final StringProperty firstName = new SimpleStringProperty("");
    final StringProperty lastName = new SimpleStringProperty("");
    final StringProperty username = new SimpleStringProperty("");
    final StringProperty email = new SimpleStringProperty("");
    final StringProperty password = new SimpleStringProperty("");
    final StringProperty repeated = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * Makes the model.
     *
     * @param onCreated called with the new administrator's username
     */
    public FirstAdministratorViewModel(SignInService service, TaskRunner tasks, Consumer<String> onCreated) {
        this.service = service;
        this.tasks = tasks;
        this.onCreated = onCreated;
    }

    public void create() {
        NewSite site = new NewSite(
                siteName.get(), username.get(), email.get(), password.get(), firstName.get(), lastName.get());
        List<Violation> broken = new ArrayList<>(site.check());
        if (!password.get().equals(repeated.get())) {
            broken.add(new Violation("repeated", "repeated", List.of()));
        }
        problem.set("");
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        if (!broken.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        tasks.perform(() -> service.createFirstAdministrator(site))
                .onSuccess(done -> created(site.username().strip()))
                .onInvalid(invalid::set)
                .onFailure(failure -> problem.set(sentence(failure)))
                .always(() -> busy.set(false))
                .start();
    }

    private void created(String name) {
        password.set("");
        repeated.set("");
        onCreated.accept(name);
    }

    private static String sentence(Failure failure) {
        FailureText text = FailureText.of(failure);
        return text.what() + " " + text.todo();
    }

    /** The rules that the form breaks; null when it breaks none. */
    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
