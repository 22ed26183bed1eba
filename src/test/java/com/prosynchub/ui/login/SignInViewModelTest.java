package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.login.SignInViewModel.Mode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
    private final Messages messages = Messages.of("login");
    private final Door door = new Door();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final List<SignedInUser> in = new ArrayList<>();

    @Test
    void theRightPasswordLetsIn() {
        door.person("ida");
        SignInViewModel model = model(door.service, tasks);
        model.sayEnded("It ended.");
        type(model, "ida", "secret");
        model.signIn();
        assertThat(in).extracting(SignedInUser::username).containsExactly("ida");
        assertThat(door.events).containsExactly("opened ida");
        assertThat(model.passwordProperty().get()).as("never kept").isEmpty();
        assertThat(model.noticeProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aRefusalDoesNotTellWhichOfTheTwoWasWrong() {
        door.person("ida");
        SignInViewModel model = model(door.service, tasks);
        type(model, "ida", "wrong");
        model.signIn();
        String known = model.problemProperty().get();
        type(model, "nobody", "secret");
        model.signIn();
        assertThat(model.problemProperty().get()).isEqualTo(known).isEqualTo(messages.text("signin.refused"));
        assertThat(model.usernameProperty().get()).as("kept for the next try").isEqualTo("nobody");
        assertThat(model.passwordProperty().get()).isEmpty();
        assertThat(in).isEmpty();
    }

    @Test
    void throttlingCountsDownAndThenOpensTheForm() {
        door.person("ida");
        door.gate.throttle(Duration.ofSeconds(65));
        SignInViewModel model = model(door.service, tasks);
        type(model, "ida", "secret");
        model.signIn();
        assertThat(model.waitProperty().get()).isEqualTo(Duration.ofSeconds(65));
        assertThat(model.problemProperty().get()).isEqualTo(messages.text("signin.throttled", "1 min 5 s"));
        assertThat(model.mayTry().get()).isFalse();
        door.gate.throttle(null);
        tasks.ui().advance(Duration.ofSeconds(10));
        assertThat(model.problemProperty().get()).contains("55 s");
        model.signIn();
        assertThat(in).as("barred, whatever is pressed").isEmpty();
        tasks.ui().advance(Duration.ofSeconds(55));
        assertThat(model.waitProperty().get()).isNull();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(tasks.ui().pendingTicks()).isZero();
        model.signIn();
        assertThat(in).hasSize(1);
    }

    @Test
    void aSecondPressWhileTheFirstIsCheckedDoesNothing() {
        door.person("ida");
        ManualTaskRunner manual = new ManualTaskRunner();
        SignInViewModel model = model(door.service, manual);
        type(model, "ida", "secret");
        model.signIn();
        assertThat(model.busyProperty().get()).isTrue();
        assertThat(model.mayTry().get()).isFalse();
        model.signIn();
        assertThat(manual.waiting()).isEqualTo(1);
        manual.runAll();
        assertThat(in).hasSize(1);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aStoreThatIsDownIsSaidWithACodeAndKeepsWhatWasTyped() {
        door.gate.reachable(false);
        SignInViewModel model = model(door.service, tasks);
        model.start();
        assertThat(model.problemProperty().get()).contains("PSH-RELATIONAL-DOWN");
        type(model, "ida", "secret");
        model.signIn();
        assertThat(model.problemProperty().get()).contains("PSH-RELATIONAL-DOWN");
        assertThat(model.passwordProperty().get()).isEqualTo("secret");
        assertThat(tasks.unhandled()).isEmpty();
    }

    @Test
    void aPasswordThatMustChangeOpensNothingUntilItHas() {
        door.person("ida");
        SignInService strict = Door.demandingNewPasswords(door.plant, door);
        SignInViewModel model = model(strict, tasks);
        type(model, "ida", "secret");
        model.signIn();
        assertThat(model.modeProperty().get()).isEqualTo(Mode.CHANGE_PASSWORD);
        assertThat(in).isEmpty();
        assertThat(door.events).as("no session is handed out").isEmpty();

        PasswordChangeViewModel change = new PasswordChangeViewModel(strict, tasks, model::passwordChanged);
        change.oldProperty().set("secret");
        change.freshProperty().set("a-longer-secret");
        change.repeatedProperty().set("a-longer-secret");
        change.save();
        assertThat(in).extracting(SignedInUser::mustChangePassword).containsExactly(false);
        assertThat(door.events).containsExactly("opened ida");
        assertThat(model.modeProperty().get()).isEqualTo(Mode.SIGN_IN);
    }

    @Test
    void theForcedChangeCanBeGivenUp() {
        door.person("ida");
        SignInService strict = Door.demandingNewPasswords(door.plant, door);
        SignInViewModel model = model(strict, tasks);
        type(model, "ida", "secret");
        model.signIn();
        model.leave();
        assertThat(model.modeProperty().get()).isEqualTo(Mode.SIGN_IN);
        assertThat(strict.user()).isEmpty();
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void anEmptySiteAsksForItsFirstAdministrator() {
        SignInViewModel model = model(door.service, tasks);
        model.start();
        assertThat(model.modeProperty().get()).isEqualTo(Mode.FIRST_ADMINISTRATOR);
        model.administratorCreated("root");
        assertThat(model.modeProperty().get()).isEqualTo(Mode.SIGN_IN);
        assertThat(model.usernameProperty().get()).isEqualTo("root");
        assertThat(model.noticeProperty().get()).isEqualTo(messages.text("signin.created"));
    }

    @Test
    void aDemoAccountFillsTheForm() {
        SignInViewModel model = model(door.service, tasks);
        model.fill(new DemoAccount("ida", "secret", "Operator"));
        assertThat(model.mayTry().get()).isTrue();
        assertThat(in).as("a person still presses the button").isEmpty();
    }

    private SignInViewModel model(SignInService service, TaskRunner runner) {
        Formats formats = new Formats(ZoneOffset.UTC, Locale.UK, runner.ui().clock());
        return new SignInViewModel(service, runner, formats, in::add);
    }

    private static void type(SignInViewModel model, String name, String password) {
        model.usernameProperty().set(name);
        model.passwordProperty().set(password);
    }
}
