package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDoorRepository;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SignInRulesService;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.shell.LockViewModel.Mode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockViewModelTest implements SessionListener {
    private final Messages messages = Messages.of("shell");
    private final FakePlant plant = SeededRoles.plant();
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final DirectTaskRunner tasks = new DirectTaskRunner(ui);
    private final List<String> events = new ArrayList<>();
    private final List<String> swapped = new ArrayList<>();
    private final SignInService service = new SignInService(new FakeRelationalGate(plant), this, "test");
    private @Nullable FakeRelationalSession session;
    private @Nullable LockViewModel made;

    @BeforeEach
    void idaIsAtWork() {
        plant.user("ida", "Operator");
        plant.user("tom", "Viewer");
        service.signIn("ida", "secret");
        FakeRelationalSession open = Objects.requireNonNull(session);
        open.door().saveRules(new SignInRules(3, Set.of(), 0));
        SessionAccessGate gate = new SessionAccessGate(open);
        LockViewModel model = new LockViewModel(
                new ShellDoor(service, next -> swapped.add(next.username())),
                new SignInRulesService(gate, open.door()),
                new ChangeService(open.changes()),
                tasks,
                new Formats(ZoneOffset.UTC, Locale.UK, ui.clock()),
                open.user());
        made = model;
        model.start();
        events.clear();
    }

    private LockViewModel model() {
        return Objects.requireNonNull(made);
    }

    @Test
    void itLocksAfterTheSitesMinutesWithoutATouch() {
        ui.advance(Duration.ofSeconds(170));
        model().touch();
        ui.advance(Duration.ofSeconds(179));
        assertThat(model().lockedProperty().get()).isFalse();
        ui.advance(Duration.ofSeconds(2));
        assertThat(model().lockedProperty().get()).isTrue();
        assertThat(plant.doorEvents()).containsExactly("locked by idleness");
        ui.advance(Duration.ofMinutes(10));
        assertThat(plant.doorEvents()).as("once").containsExactly("locked by idleness");
    }

    @Test
    void aChangeOfTheRulesIsFollowedByAnOpenWindow() {
        ui.advance(Duration.ofSeconds(90));
        assertThat(model().lockedProperty().get()).isFalse();
        Objects.requireNonNull(session).door().saveRules(new SignInRules(1, Set.of(), 1));
        ui.advance(Duration.ofSeconds(2));
        assertThat(model().lockedProperty().get()).isTrue();
        model().stop();
        assertThat(plant.feed().subscriptions())
                .as("nobody listens after the end")
                .isZero();
    }

    @Test
    void onlyTheOwnPasswordOpensIt() {
        model().lock(false);
        model().passwordProperty().set("wrong");
        model().submit();
        assertThat(model().problemProperty().get()).isEqualTo(messages.text("lock.refused"));
        assertThat(model().passwordProperty().get()).isEmpty();
        assertThat(model().lockedProperty().get()).isTrue();
        model().passwordProperty().set("secret");
        model().submit();
        assertThat(model().lockedProperty().get()).isFalse();
        assertThat(plant.doorEvents()).containsExactly("locked", "unlocked");
        assertThat(events).as("the session went on").isEmpty();
    }

    @Test
    void tooManyTriesCountDown() {
        model().lock(false);
        Objects.requireNonNull(session).door().throttle(Duration.ofSeconds(30));
        model().passwordProperty().set("secret");
        model().submit();
        assertThat(model().maySubmit().get()).isFalse();
        assertThat(model().problemProperty().get()).contains("30");
        Objects.requireNonNull(session).door().throttle(null);
        ui.advance(Duration.ofSeconds(31));
        assertThat(model().problemProperty().get()).isEmpty();
        model().submit();
        assertThat(model().lockedProperty().get()).isFalse();
    }

    @Test
    void anotherPersonTakesItOverAndTheFirstSessionEnds() {
        model().swap();
        assertThat(model().lockedProperty().get())
                .as("an open window is locked before")
                .isTrue();
        model().usernameProperty().set("tom");
        model().passwordProperty().set("wrong");
        model().submit();
        assertThat(events).as("a refusal ends nothing").isEmpty();
        model().passwordProperty().set("secret");
        model().submit();
        assertThat(events).containsExactly("closing ida", "opened tom");
        assertThat(plant.doorEvents()).containsExactly("locked", "handed over");
        assertThat(swapped).containsExactly("tom");
    }

    @Test
    void theOtherPersonsCodeIsAskedFor() {
        plant.secondFactor(plant.user("eva", "Manager").id());
        model().swap();
        model().usernameProperty().set("eva");
        model().passwordProperty().set("secret");
        model().submit();
        assertThat(model().modeProperty().get()).isEqualTo(Mode.SWAP_CODE);
        assertThat(events).isEmpty();
        model().codeProperty().set("000000");
        model().submit();
        assertThat(model().problemProperty().get()).isEqualTo(messages.text("lock.code.refused"));
        model().codeProperty().set(FakeDoorRepository.CODE);
        model().submit();
        assertThat(swapped).containsExactly("eva");
    }

    @Test
    void backAsksForThePasswordAgain() {
        model().swap();
        model().usernameProperty().set("tom");
        model().back();
        assertThat(model().modeProperty().get()).isEqualTo(Mode.UNLOCK);
        assertThat(model().usernameProperty().get()).isEmpty();
        assertThat(model().lockedProperty().get()).isTrue();
    }

    @Test
    void nothingTicksAfterTheSession() {
        model().stop();
        assertThat(ui.pendingTicks()).isZero();
    }

    @Override
    public void opened(RelationalSession opened) {
        events.add("opened " + opened.user().username());
        session = (FakeRelationalSession) opened;
    }

    @Override
    public void closing(RelationalSession closed) {
        SignedInUser user = closed.user();
        events.add("closing " + user.username());
    }
}
