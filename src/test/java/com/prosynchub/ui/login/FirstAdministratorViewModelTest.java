package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstAdministratorViewModelTest {
    private final Door door = new Door();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final List<String> created = new ArrayList<>();
    private final FirstAdministratorViewModel model =
            new FirstAdministratorViewModel(door.service, tasks, created::add);

    @Test
    void theAdministratorCanSignInAfterwards() {
        fill();
        model.username.set(" root ");
        model.create();
        assertThat(created).containsExactly("root");
        assertThat(model.password.get()).isEmpty();
        assertThat(model.repeated.get()).isEmpty();
        assertThat(door.service.signIn("root", "a-longer-secret")).isInstanceOf(SignInResult.Accepted.class);
    }

    @Test
    void everyBrokenRuleIsMarkedAtOnce() {
        fill();
        model.siteName.set(" ");
        model.email.set("nowhere");
        model.repeated.set("something else");
        model.create();
        Failure.Invalid invalid = model.invalidProperty().get();
        assertThat(invalid).isNotNull();
        assertThat(invalid.violations())
                .extracting(Failure.Violation::field)
                .containsExactlyInAnyOrder("siteName", "email", "repeated");
        assertThat(created).isEmpty();
        fill();
        model.create();
        assertThat(model.invalidProperty().get()).isNull();
        assertThat(created).hasSize(1);
    }

    @Test
    void aSiteThatHasSomebodyRefuses() {
        door.person("ida");
        fill();
        model.create();
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(created).isEmpty();
        assertThat(model.password.get()).isEqualTo("a-longer-secret");
    }

    @Test
    void aStoreThatIsDownKeepsTheForm() {
        door.gate.reachable(false);
        fill();
        model.create();
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(model.siteName.get()).isEqualTo("Nordholm dairy");
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(tasks.unhandled()).isEmpty();
    }

    private void fill() {
        model.siteName.set("Nordholm dairy");
        model.firstName.set("Ida");
        model.lastName.set("Krog");
        model.username.set("root");
        model.email.set("ida@plant.example");
        model.password.set("a-longer-secret");
        model.repeated.set("a-longer-secret");
    }
}
