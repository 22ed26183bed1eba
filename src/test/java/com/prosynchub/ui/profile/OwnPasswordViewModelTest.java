package com.prosynchub.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import org.junit.jupiter.api.Test;

class OwnPasswordViewModelTest {
    private final UiSite site = new UiSite("Operator");
    private final OwnPasswordViewModel model =
            new OwnPasswordViewModel(site.services.profile(), new DirectTaskRunner());

    @Test
    void itIsChangedAndTheFieldsAreEmptied() {
        type("secret", "a longer secret 7", "a longer secret 7");
        assertThat(model.mayChange().get()).isTrue();
        model.change();
        assertThat(model.doneProperty().get()).isNotEmpty();
        assertThat(model.oldProperty().get() + model.freshProperty().get()).isEmpty();
        type("a longer secret 7", "another secret 8", "another secret 8");
        model.change();
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void aWrongOldPasswordIsSaid() {
        type("guessed", "a longer secret 7", "a longer secret 7");
        model.change();
        assertThat(model.problemProperty().get()).contains("current password");
        assertThat(model.doneProperty().get()).isEmpty();
    }

    @Test
    void aNewOneThatBreaksARuleIsSaid() {
        type("secret", "short", "short");
        model.change();
        assertThat(model.problemProperty().get()).contains("10");
        type("secret", "secret", "secret");
        model.change();
        assertThat(model.problemProperty().get()).contains("differ");
    }

    @Test
    void differingEntriesAreNotSent() {
        type("secret", "a longer secret 7", "a longer secret 8");
        assertThat(model.differing().get()).isTrue();
        assertThat(model.mayChange().get()).isFalse();
    }

    private void type(String old, String fresh, String repeated) {
        model.oldProperty().set(old);
        model.freshProperty().set(fresh);
        model.repeatedProperty().set(repeated);
    }
}
