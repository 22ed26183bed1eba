package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordChangeViewModelTest {
    private static final String LONG = "correct horse battery";

    private final Door door = new Door();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final List<SignedInUser> changed = new ArrayList<>();
    private final PasswordChangeViewModel model = new PasswordChangeViewModel(door.service, tasks, changed::add);

    @BeforeEach
    void signIn() {
        door.person("ida");
        door.service.signIn("ida", "secret");
    }

    @Test
    void eachRuleIsTickedByItself() {
        type("secret", "short", "");
        assertThat(rules()).containsExactly(false, true, false);
        type("secret", LONG, "");
        assertThat(rules()).containsExactly(true, true, false);
        type(LONG, LONG, LONG);
        assertThat(rules()).containsExactly(true, false, true);
        assertThat(model.maySave().get()).isFalse();
        type("secret", LONG, LONG);
        assertThat(rules()).containsExactly(true, true, true);
        assertThat(model.maySave().get()).isTrue();
    }

    @Test
    void lengthCountsCharactersAsPeopleDo() {
        type("secret", "\uD83D\uDD11".repeat(PasswordChangeViewModel.LEAST_LENGTH - 1), "");
        assertThat(model.longEnough().get()).isFalse();
        type("secret", "\uD83D\uDD11".repeat(PasswordChangeViewModel.LEAST_LENGTH), "");
        assertThat(model.longEnough().get()).isTrue();
    }

    @Test
    void savingForgetsWhatWasTyped() {
        type("secret", LONG, LONG);
        model.save();
        assertThat(changed).hasSize(1);
        assertThat(List.of(
                        model.oldProperty().get(),
                        model.freshProperty().get(),
                        model.repeatedProperty().get()))
                .containsOnly("");
        assertThat(door.service.signIn("ida", LONG)).isInstanceOf(SignInResult.Accepted.class);
    }

    @Test
    void aWrongCurrentPasswordIsSaidAndNothingIsLost() {
        type("guess", LONG, LONG);
        model.save();
        assertThat(model.problemProperty().get()).isEqualTo(Messages.of("login").text("change.wrong"));
        assertThat(model.freshProperty().get()).isEqualTo(LONG);
        assertThat(changed).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aRuleOfTheDatabaseIsToldInItsWords() {
        String tooLong = "x".repeat(80);
        type("secret", tooLong, tooLong);
        model.save();
        assertThat(model.problemProperty().get())
                .startsWith(Messages.of("login").text("change.refused", ""))
                .contains("72");
    }

    @Test
    void aSessionThatEndedMeanwhileIsSaid() {
        door.service.signOut();
        type("secret", LONG, LONG);
        model.save();
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(tasks.unhandled()).isEmpty();
    }

    private List<Boolean> rules() {
        return List.of(
                model.longEnough().get(), model.different().get(), model.same().get());
    }

    private void type(String old, String fresh, String repeated) {
        model.oldProperty().set(old);
        model.freshProperty().set(fresh);
        model.repeatedProperty().set(repeated);
    }
}
