package com.prosynchub.ui.login;

import com.prosynchub.model.access.SecondFactor;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.TwoFactorService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The own second factor, from off over a scanned secret and a first code to on, and back. Secret and recovery codes are
 * forgotten as soon as they were shown. FX thread.
 */
public final class TwoFactorViewModel {
    /** What is shown. */
    public enum State {
        UNKNOWN,
        OFF,
        /** The secret is shown and a code of it asked for. */
        CONFIRM,
        /** The recovery codes are shown, this once. */
        CODES,
        ON
    }

    private final Supplier<TwoFactorService> service;
    private final Supplier<String> account;
    private final TaskRunner tasks;
    private final Runnable onEnrolled;
    private final Messages messages = Messages.of("login");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable SecondFactor> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> recovery = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper secret = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final BooleanBinding passwordGiven = password.isNotEmpty().and(busy.not());
    private final BooleanBinding codeGiven = code.isNotEmpty().and(busy.not());

    /**
     * Knows nothing before {@link #load}.
     *
     * @param service asked for on a worker each time
     * @param account the user name, as the authenticator lists it
     * @param onEnrolled called when it was switched on and the recovery codes were seen
     */
    public TwoFactorViewModel(
            Supplier<TwoFactorService> service, Supplier<String> account, TaskRunner tasks, Runnable onEnrolled) {
        this.service = service;
        this.account = account;
        this.tasks = tasks;
        this.onEnrolled = onEnrolled;
    }

    /** Asks how it stands; gives up what was begun. */
    public void load() {
        forget();
        tasks.run(() -> service.get().state())
                .newest(TaskKey.of(this, "load"))
                .onSuccess(this::show)
                .onFailure(this::failed)
                .start();
    }

    /** Asks for a secret. */
    public void begin() {
        String typed = password.get();
        ask(() -> service.get().enrol(typed), fresh -> {
            forget();
            secret.set(fresh);
            state.set(State.CONFIRM);
        });
    }

    /** Switches it on with the first code. */
    public void confirm() {
        String typed = code.get();
        ask(() -> service.get().confirm(typed), this::showCodes);
    }

    /** Makes the recovery codes anew. */
    public void renew() {
        String typed = code.get();
        ask(() -> service.get().renewRecoveryCodes(typed), this::showCodes);
    }

    /** The recovery codes were written down. */
    public void kept() {
        boolean fresh = facts.get() == null || !facts.get().on();
        load();
        if (fresh) {
            onEnrolled.run();
        }
    }

    public void switchOff() {
        String typed = password.get();
        String second = code.get();
        ask(
                () -> {
                    service.get().switchOff(typed, second);
                    return true;
                },
                done -> load());
    }

    private <T> void ask(Callable<T> question, Consumer<T> answer) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        tasks.run(question)
                .onSuccess(answer::accept)
                .onInvalid(invalid -> problem.set(sentence(invalid)))
                .onFailure(this::failed)
                .always(() -> busy.set(false))
                .start();
    }

    private void show(SecondFactor now) {
        facts.set(now);
        state.set(now.on() ? State.ON : State.OFF);
    }

    private void showCodes(List<String> codes) {
        forget();
        recovery.set(List.copyOf(codes));
        state.set(State.CODES);
    }

    private void forget() {
        password.set("");
        code.set("");
        secret.set("");
        problem.set("");
        recovery.set(List.of());
    }

    private static String sentence(Failure.Invalid invalid) {
        return invalid.violations().stream().findFirst().map(FailureText::of).orElse("");
    }

    private void failed(Failure failure) {
        FailureText text = FailureText.of(failure);
        problem.set(messages.text("signin.failed", text.what(), text.todo(), text.code()));
    }

    /** What an authenticator reads from the picture; empty while no secret is shown. */
    public String uri() {
        String issuer = messages.text("brand.name");
        return secret.get().isEmpty()
                ? ""
                : "otpauth://totp/" + encoded(issuer) + ":" + encoded(account.get()) + "?secret=" + secret.get()
                        + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How it stands; null before that was asked. */
    public ReadOnlyObjectProperty<@Nullable SecondFactor> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** The recovery codes, while they are shown. */
    public ReadOnlyObjectProperty<List<String>> recoveryProperty() {
        return recovery.getReadOnlyProperty();
    }

    /** The secret, while it is shown. */
    public ReadOnlyStringProperty secretProperty() {
        return secret.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public StringProperty codeProperty() {
        return code;
    }

    /** Whether a password was typed and nothing is under way. */
    public BooleanBinding passwordGiven() {
        return passwordGiven;
    }

    /** Whether a code was typed and nothing is under way. */
    public BooleanBinding codeGiven() {
        return codeGiven;
    }
}
