package com.prosynchub.ui.shell;

import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.access.UnlockResult;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SignInRulesService;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.ui.kit.task.Countdown;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The locked window: opens to the password of the person who works in it, or to another person who signs in over it. The
 * session itself goes on, so that trends keep moving. FX thread.
 */
public final class LockViewModel {
    /** What is asked for. */
    public enum Mode {
        UNLOCK,
        SWAP,
        /** The second step of the other person. */
        SWAP_CODE
    }

    /** Until the database said what the site wants. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    private final ShellDoor door;
    private final SignInRulesService rules;
    private final ChangeService changes;
    private final TaskRunner tasks;
    private final SignedInUser user;
    private final IdleWatch idle;
    private final Countdown wait;
    private final Messages messages = Messages.of("shell");
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.UNLOCK);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final Formats formats;
    private final BooleanBinding maySubmit;
    private final UpdateThrottle changed;
    private @Nullable Watch watch;

    public LockViewModel(
            ShellDoor door,
            SignInRulesService rules,
            ChangeService changes,
            TaskRunner tasks,
            Formats formats,
            SignedInUser user) {
        this.door = door;
        this.rules = rules;
        this.changes = changes;
        this.tasks = tasks;
        this.formats = formats;
        this.user = user;
        idle = new IdleWatch(tasks.ui(), USUAL, () -> lock(true));
        wait = new Countdown(tasks.ui());
        wait.leftProperty()
                .subscribe((before, left) ->
                        problem.set(left == null ? "" : messages.text("lock.throttled", formats.duration(left))));
        BooleanBinding filled = Bindings.createBooleanBinding(this::isFilled, mode, username, password, code);
        changed = new UpdateThrottle(tasks.ui(), UpdateThrottle.LIVE, this::askMinutes);
        maySubmit = filled.and(busy.not()).and(wait.leftProperty().isNull());
    }

    /** Begins to watch for idleness; a change of the rules is followed. */
    public void start() {
        idle.start();
        askMinutes();
        if (watch == null) {
            watch = changes.subscribe(Set.of(ChangeService.SIGN_IN_RULES), change -> changed.signal());
        }
    }

    /** Stops watching; the session is over. */
    public void stop() {
        idle.stop();
        wait.stop();
        changed.close();
        Watch listening = watch;
        if (listening != null) {
            listening.close();
            watch = null;
        }
    }

    /** Somebody touched key or mouse. */
    public void touch() {
        idle.touch();
    }

    /** Locks; harmless when it is locked already. */
    public void lock(boolean byIdleness) {
        if (locked.get()) {
            return;
        }
        forget();
        mode.set(Mode.UNLOCK);
        Instant now = tasks.ui().clock().instant();
        title.set(messages.text("lock.title", user.displayName(), formats.time(now)));
        locked.set(true);
        // The window is locked whether or not the database can write it down just now.
        SignInService service = door.service();
        tasks.perform(() -> service.locked(byIdleness)).onFailure(failure -> {}).start();
    }

    /** Lets another person sign in; an open window is locked before. */
    public void swap() {
        lock(false);
        forget();
        mode.set(Mode.SWAP);
    }

    /** Gives the swap up: the window waits for its person again. */
    public void back() {
        forget();
        mode.set(Mode.UNLOCK);
    }

    /** Unlocks, or signs the other person in. */
    public void submit() {
        if (!maySubmit.get()) {
            return;
        }
        problem.set("");
        busy.set(true);
        SignInService service = door.service();
        String name = username.get();
        String secret = password.get();
        String typed = code.get();
        switch (mode.get()) {
            case UNLOCK ->
                tasks.run(() -> service.unlock(secret))
                        .onSuccess(this::answered)
                        .onFailure(this::failed)
                        .always(() -> busy.set(false))
                        .start();
            case SWAP -> signIn(() -> service.signIn(name, secret));
            case SWAP_CODE -> signIn(() -> service.signInCode(typed));
        }
    }

    private void signIn(Callable<SignInResult> attempt) {
        tasks.run(attempt)
                .onSuccess(this::answered)
                .onFailure(this::failed)
                .always(() -> busy.set(false))
                .start();
    }

    private void answered(UnlockResult result) {
        switch (result) {
            case UnlockResult.Unlocked() -> {
                forget();
                locked.set(false);
                askMinutes();
            }
            case UnlockResult.Refused() -> refused("lock.refused");
            case UnlockResult.Throttled(Duration retryAfter) -> wait.start(retryAfter);
        }
    }

    private void answered(SignInResult result) {
        switch (result) {
            case SignInResult.Accepted(SignedInUser next) -> {
                forget();
                door.swapped().accept(next);
            }
            case SignInResult.Refused() ->
                refused(mode.get() == Mode.SWAP_CODE ? "lock.code.refused" : "lock.swap.refused");
            case SignInResult.Throttled(Duration retryAfter) -> wait.start(retryAfter);
            case SignInResult.CodeNeeded() -> {
                password.set("");
                mode.set(Mode.SWAP_CODE);
            }
            case SignInResult.Expired() -> {
                mode.set(Mode.SWAP);
                refused("lock.code.expired");
            }
        }
    }

    private void refused(String key) {
        password.set("");
        code.set("");
        problem.set(messages.text(key));
    }

    private void failed(Failure failure) {
        FailureText text = FailureText.of(failure);
        problem.set(messages.text("lock.failed", text.what(), text.todo(), text.code()));
    }

    private void askMinutes() {
        tasks.run(rules::idleLockMinutes)
                .onSuccess(minutes -> idle.limit(Duration.ofMinutes(minutes)))
                .onFailure(failure -> {})
                .start();
    }

    private boolean isFilled() {
        return switch (mode.get()) {
            case UNLOCK -> !password.get().isEmpty();
            case SWAP -> !username.get().isBlank() && !password.get().isEmpty();
            case SWAP_CODE -> !code.get().isBlank();
        };
    }

    private void forget() {
        username.set("");
        password.set("");
        code.set("");
        problem.set("");
    }

    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /** Whose window it is, and since when it is locked. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public StringProperty usernameProperty() {
        return username;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public StringProperty codeProperty() {
        return code;
    }

    /** Why the last attempt failed; empty when there is nothing to say. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether pressing the button would do anything. */
    public BooleanBinding maySubmit() {
        return maySubmit;
    }
}
