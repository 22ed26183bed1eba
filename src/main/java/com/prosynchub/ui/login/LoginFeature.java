package com.prosynchub.ui.login;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.health.StoreHealthService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import java.util.function.Consumer;

/** Makes the screens before the shell. FX thread. */
public final class LoginFeature {
    private final SignInService signIn;
    private final StoreHealthService health;
    private final TaskRunner tasks;
    private final Formats formats;

    public LoginFeature(SignInService signIn, StoreHealthService health, TaskRunner tasks, Formats formats) {
        this.signIn = signIn;
        this.health = health;
        this.tasks = tasks;
        this.formats = formats;
    }

    /**
     * The sign-in screen; call {@link SignInView#onShown()} when it is in the window.
     *
     * @param onSignedIn called on the FX thread when somebody may work
     */
    public SignInView signIn(SignInOptions options, Consumer<SignedInUser> onSignedIn) {
        SignInViewModel model = new SignInViewModel(signIn, tasks, formats, onSignedIn);
        TwoFactorViewModel enrol = new TwoFactorViewModel(
                signIn::secondFactor, () -> model.usernameProperty().get(), tasks, model::enrolled);
        model.modeProperty().subscribe(mode -> {
            if (mode == SignInViewModel.Mode.ENROL) {
                enrol.load();
            }
        });
        return new SignInView(
                model,
                new PasswordChangeViewModel(signIn, tasks, model::passwordChanged),
                new FirstAdministratorViewModel(signIn, tasks, model::administratorCreated),
                new TwoFactorView(enrol, formats),
                new StoreStateViewModel(health, tasks),
                options);
    }
}
