package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Progress of the start. {@link #report} and {@link #fail} may be called on any thread; the rest on the FX thread. */
public final class StartupViewModel {
    private final UiScheduler ui;
    private final Messages messages = Messages.of("login");
    private final ReadOnlyObjectWrapper<StartupStep> step = new ReadOnlyObjectWrapper<>(StartupStep.CHECK);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(messages.text("startup.step.check"));
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable StartupProblem> problem = new ReadOnlyObjectWrapper<>();

    public StartupViewModel(UiScheduler ui) {
        this.ui = ui;
    }

    /** Tells how far the start has come; {@code done} is 0 to 1 and never shown falling. Any thread. */
    public void report(StartupStep now, double done) {
        ui.post(() -> {
            step.set(now);
            sentence.set(messages.text(now.messageKey()));
            fraction.set(Math.max(fraction.get(), Math.clamp(done, 0, 1)));
        });
    }

    /** Ends the start with a problem a person can act on. Any thread. */
    public void fail(StartupProblem why) {
        ui.post(() -> problem.set(why));
    }

    public ReadOnlyObjectProperty<StartupStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable StartupProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
