package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDoorRepository;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.SecondFactor;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.access.TwoFactorService;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.login.TwoFactorViewModel.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoFactorViewModelTest {
    private final FakePlant plant = SeededRoles.plant();
    private final FakeRelationalSession session = plant.session("Manager");
    private final List<String> told = new ArrayList<>();
    private final TwoFactorViewModel model = new TwoFactorViewModel(
            () -> new TwoFactorService(new SessionAccessGate(session), session.door()),
            () -> "ida b",
            new DirectTaskRunner(),
            () -> told.add("enrolled"));

    private void enrol() {
        model.load();
        model.passwordProperty().set("secret");
        model.begin();
        model.codeProperty().set(FakeDoorRepository.CODE);
        model.confirm();
    }

    @Test
    void fromOffToOnByPasswordSecretAndCode() {
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(State.OFF);
        model.passwordProperty().set("wrong");
        model.begin();
        assertThat(model.problemProperty().get()).isEqualTo("The password is not right.");
        model.passwordProperty().set("secret");
        model.begin();
        assertThat(model.stateProperty().get()).isEqualTo(State.CONFIRM);
        assertThat(model.passwordProperty().get()).as("never kept").isEmpty();
        assertThat(model.uri())
                .isEqualTo("otpauth://totp/ProSyncHub:ida%20b?secret=" + FakeDoorRepository.SECRET
                        + "&issuer=ProSyncHub&algorithm=SHA1&digits=6&period=30");
        model.codeProperty().set("000000");
        model.confirm();
        assertThat(model.problemProperty().get()).isEqualTo("This code is not right, or was used already.");
        assertThat(model.stateProperty().get()).isEqualTo(State.CONFIRM);
        model.codeProperty().set(FakeDoorRepository.CODE);
        model.confirm();
        assertThat(model.stateProperty().get()).isEqualTo(State.CODES);
        assertThat(model.recoveryProperty().get()).isEqualTo(FakeDoorRepository.RECOVERY);
        assertThat(model.uri()).as("the secret is forgotten").isEmpty();
        assertThat(told).isEmpty();
        model.kept();
        assertThat(model.recoveryProperty().get()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(State.ON);
        assertThat(told).containsExactly("enrolled");
    }

    @Test
    void offTakesThePasswordAndACode() {
        enrol();
        model.kept();
        model.codeProperty().set("000000");
        model.passwordProperty().set("secret");
        model.switchOff();
        assertThat(model.stateProperty().get()).isEqualTo(State.ON);
        assertThat(model.problemProperty().get()).isNotEmpty();
        model.codeProperty().set(FakeDoorRepository.CODE);
        model.switchOff();
        assertThat(model.stateProperty().get()).isEqualTo(State.OFF);
    }

    @Test
    void newRecoveryCodesAreShownOnceAndTellNobodyAgain() {
        enrol();
        model.kept();
        model.codeProperty().set(FakeDoorRepository.CODE);
        model.renew();
        assertThat(model.recoveryProperty().get()).isEqualTo(FakeDoorRepository.RECOVERY.reversed());
        model.kept();
        assertThat(told).containsExactly("enrolled");
    }

    @Test
    void aDemandingRoleIsSaid() {
        plant.demandSecondFactor("Manager");
        model.load();
        assertThat(model.factsProperty().get()).isEqualTo(new SecondFactor(false, null, 0, true));
    }

    @Test
    void whatWasBegunIsGivenUpByLoading() {
        model.load();
        model.passwordProperty().set("secret");
        model.begin();
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(State.OFF);
        assertThat(model.secretProperty().get()).isEmpty();
    }
}
