package com.prosynchub.ui.login;

import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.ui.kit.task.Countdown;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in, the forced change of a password, and the first administrator of an empty site. A refusal never says whether the
 * name or the password was wrong; throttling says how long to wait. FX thread.
 */
public final class SignInViewModel {
    /** Which form is shown. */
    public enum Mode {
        SIGN_IN,
        /** The second step of a person with a second factor. */
        CODE,
        /** The role demands a second factor that the person does not have yet. */
        ENROL,
        CHANGE_PASSWORD,
        FIRST_ADMINISTRATOR
    }

    private final SignInService service;
    private final TaskRunner tasks;
    private final Consumer<SignedInUser> onSignedIn;
    private final Messages messages = Messages.of("login");
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.SIGN_IN);
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty code = new SimpleStringProperty("");
    private final Countdown wait;
    private final BooleanBinding mayTry;

    /**
     * Makes the model.
     *
     * @param onSignedIn called when somebody may work, with a password that needs no change
     */
    public SignInViewModel(
            SignInService service, TaskRunner tasks, Formats formats, Consumer<SignedInUser> onSignedIn) {
        this.service = service;
        this.tasks = tasks;
        this.onSignedIn = onSignedIn;
        wait = new Countdown(tasks.ui());
        wait.leftProperty()
                .subscribe((before, left) ->
                        problem.set(left == null ? "" : messages.text("signin.throttled", formats.duration(left))));
        BooleanBinding filled = Bindings.createBooleanBinding(
                () -> mode.get() == Mode.CODE
                        ? !code.get().isBlank()
                        : !username.get().isEmpty() && !password.get().isEmpty(),
                mode,
                code,
                username,
                password);
        mayTry = filled.and(busy.not()).and(wait.leftProperty().isNull());
    }

    /** Asks whether the site is empty, and then offers to create its first administrator. */
    public void start() {
        tasks.run(service::needsFirstAdministrator)
                .newest(TaskKey.of(this, "start"))
                .onSuccess(empty -> mode.set(empty ? Mode.FIRST_ADMINISTRATOR : Mode.SIGN_IN))
                .onFailure(this::failed)
                .start();
    }

    /** Says why the person stands before the door again. */
    public void sayEnded(String sentence) {
        notice.set(sentence);
    }

    public void signIn() {
        if (!mayTry.get()) {
            return;
        }
        String name = username.get();
        String secret = password.get();
        String typed = code.get();
        boolean second = mode.get() == Mode.CODE;
        busy.set(true);
        problem.set("");
        tasks.run(() -> second ? service.signInCode(typed) : service.signIn(name, secret))
                .onSuccess(this::answered)
                .onFailure(this::failed)
                .always(() -> busy.set(false))
                .start();
    }

    /** Fills the form from a demo account. */
    public void fill(DemoAccount account) {
        username.set(account.username());
        password.set(account.password());
        problem.set("");
    }

    /** The first administrator exists: back to the form, with the name filled in. */
    void administratorCreated(String name) {
        mode.set(Mode.SIGN_IN);
        username.set(name);
        password.set("");
        notice.set(messages.text("signin.created"));
    }

    /** The forced change of the password went well. */
    void passwordChanged(SignedInUser user) {
        accepted(user);
    }

    /** The second factor that the role demands is on. */
    void enrolled() {
        tasks.run(service::enrolled)
                .onSuccess(this::accepted)
                .onFailure(this::failed)
                .start();
    }

    /** Gives the second step up. */
    void leaveCode() {
        code.set("");
        password.set("");
        problem.set("");
        mode.set(Mode.SIGN_IN);
    }

    /** Gives the forced change up: the session is closed and the form shown again. */
    void leave() {
        tasks.perform(service::signOut).start();
        password.set("");
        mode.set(Mode.SIGN_IN);
    }

    private void answered(SignInResult result) {
        switch (result) {
            case SignInResult.Accepted(SignedInUser user) -> accepted(user);
            case SignInResult.Refused() -> {
                boolean second = mode.get() == Mode.CODE;
                password.set("");
                code.set("");
                problem.set(messages.text(second ? "signin.code.refused" : "signin.refused"));
            }
            case SignInResult.Throttled(Duration retryAfter) -> wait.start(retryAfter);
            case SignInResult.CodeNeeded() -> {
                password.set("");
                code.set("");
                mode.set(Mode.CODE);
            }
            case SignInResult.Expired() -> {
                leaveCode();
                problem.set(messages.text("signin.code.expired"));
            }
        }
    }

    private void accepted(SignedInUser user) {
        if (user.mustChangePassword()) {
            problem.set("");
            notice.set("");
            mode.set(Mode.CHANGE_PASSWORD);
        } else if (user.mustEnrol()) {
            problem.set("");
            notice.set("");
            mode.set(Mode.ENROL);
        } else {
            finish(user);
        }
    }

    private void finish(SignedInUser user) {
        password.set("");
        code.set("");
        revealed.set(false);
        notice.set("");
        mode.set(Mode.SIGN_IN);
        onSignedIn.accept(user);
    }

    private void failed(Failure failure) {
        FailureText text = FailureText.of(failure);
        problem.set(messages.text("signin.failed", text.what(), text.todo(), text.code()));
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    public StringProperty usernameProperty() {
        return username;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /** The code of the second step. */
    public StringProperty codeProperty() {
        return code;
    }

    /** Whether the password is shown in clear. */
    public BooleanProperty revealedProperty() {
        return revealed;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether pressing the button would do anything. */
    public BooleanBinding mayTry() {
        return mayTry;
    }

    /** Why the last attempt failed; empty when there is nothing to say. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Something to know that is no fault, such as a session that ended. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How long to wait before the next attempt; null when none is barred. */
    public ReadOnlyObjectProperty<@Nullable Duration> waitProperty() {
        return wait.leftProperty();
    }
}
