package com.prosynchub.ui.users;

import com.prosynchub.model.access.FailedTry;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.UserService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Refused tries to sign in, newest first, page by page. FX thread. */
public final class FailedTriesViewModel {
    static final int PAGE = 100;

    private final UserService service;
    private final TaskRunner tasks;
    private final Messages messages = Messages.of("users");
    private final ObservableList<FailedTry> tries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable UUID about;
    private @Nullable String next;

    FailedTriesViewModel(UserService service, TaskRunner tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /** Reads the newest ones about one account; with null those about all, and about names that nobody has. */
    public void show(@Nullable UUID account) {
        about = account;
        read(PageRequest.first(PAGE), tries::setAll);
    }

    /** Reads the ones before the last that is shown. */
    public void more() {
        if (next != null) {
            read(PageRequest.first(PAGE).next(next), tries::addAll);
        }
    }

    private void read(PageRequest page, Consumer<List<FailedTry>> put) {
        UUID wanted = about;
        tasks.run(() -> service.failedTries(wanted, page))
                .newest(TaskKey.of(this, "tries"))
                .onSuccess(read -> take(read, put))
                .onFailure(this::failed)
                .start();
    }

    private void take(Page<FailedTry> read, Consumer<List<FailedTry>> put) {
        put.accept(read.items());
        next = read.next();
        hasMore.set(next != null);
        problem.set("");
    }

    private void failed(Failure failure) {
        FailureText text = FailureText.of(failure);
        problem.set(text.what() + " " + text.why());
    }

    /** The user name, or a sentence for a name that nobody has. */
    String who(FailedTry failed) {
        return failed.username() == null ? messages.text("failure.nobody") : failed.username();
    }

    String how(FailedTry failed) {
        return messages.text(
                switch (failed.how()) {
                    case PASSWORD -> "failure.password";
                    case CODE -> "failure.code";
                    case ABANDONED -> "failure.abandoned";
                });
    }

    public ObservableList<FailedTry> tries() {
        return tries;
    }

    /** Whether there are older ones. */
    public ReadOnlyBooleanProperty hasMoreProperty() {
        return hasMore.getReadOnlyProperty();
    }

    /** Why they could not be read; empty when they were. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
