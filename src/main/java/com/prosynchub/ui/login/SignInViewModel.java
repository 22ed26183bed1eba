package com.prosynchub.ui.login;

import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
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
        CHANGE_PASSWORD,
        FIRST_ADMINISTRATOR
    }

    private final SignInService service;
    private final TaskRunner tasks;
    private final Formats formats;
    private final Consumer<SignedInUser> onSignedIn;
    private final Messages messages = Messages.of("login");
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.SIGN_IN);
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Duration> wait = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding mayTry;
    private @Nullable Cancellable ticking;

    /**
     * Makes the model.
     *
     * @param onSignedIn called when somebody may work, with a password that needs no change
     */
    public SignInViewModel(
            SignInService service, TaskRunner tasks, Formats formats, Consumer<SignedInUser> onSignedIn) {
        this.service = service;
        this.tasks = tasks;
        this.formats = formats;
        this.onSignedIn = onSignedIn;
        mayTry =
                username.isNotEmpty().and(password.isNotEmpty()).and(busy.not()).and(wait.isNull());
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
        busy.set(true);
        problem.set("");
        tasks.run(() -> service.signIn(name, secret))
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
        finish(user);
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
                password.set("");
                problem.set(messages.text("signin.refused"));
            }
            case SignInResult.Throttled(Duration retryAfter) -> throttled(retryAfter);
        }
    }

    private void accepted(SignedInUser user) {
        if (user.mustChangePassword()) {
            problem.set("");
            notice.set("");
            mode.set(Mode.CHANGE_PASSWORD);
        } else {
            finish(user);
        }
    }

    private void finish(SignedInUser user) {
        password.set("");
        revealed.set(false);
        notice.set("");
        mode.set(Mode.SIGN_IN);
        onSignedIn.accept(user);
    }

    private void throttled(Duration retryAfter) {
        Instant until = tasks.ui().clock().instant().plus(retryAfter);
        stopTicking();
        tick(until);
        ticking = tasks.ui().every(Duration.ofSeconds(1), () -> tick(until));
    }

    private void tick(Instant until) {
        Duration left = Duration.between(tasks.ui().clock().instant(), until);
        if (left.isNegative() || left.isZero()) {
            stopTicking();
            wait.set(null);
            problem.set("");
        } else {
            wait.set(left);
            problem.set(messages.text("signin.throttled", formats.duration(left)));
        }
    }

    private void stopTicking() {
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
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
        return wait.getReadOnlyProperty();
    }
}
