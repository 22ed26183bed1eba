package com.prosynchub.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class SignInServiceTest {
    private final FakePlant plant = new FakePlant();
    private final FakeRelationalGate door = new FakeRelationalGate(plant);
    private final List<String> heard = new ArrayList<>();
    private final SessionListener listener = new SessionListener() {
        @Override
        public void opened(RelationalSession session) {
            heard.add("opened " + session.user().username());
        }

        @Override
        public void closing(RelationalSession session) {
            session.ping();
            heard.add("closing " + session.user().username());
        }
    };
    private final SignInService service = new SignInService(door, listener, "tester");

    @Test
    void acceptedOpensASessionAndSaysWho() {
        plant.user("mia", "Operator");
        assertThat(service.signIn(" mia ", "secret")).isInstanceOf(SignInResult.Accepted.class);
        assertThat(service.user())
                .hasValueSatisfying(u -> assertThat(u.roleName()).isEqualTo("Operator"));
        assertThat(heard).containsExactly("opened mia");
    }

    @Test
    void refusedAndThrottledOpenNothing() {
        plant.user("mia", "Operator");
        assertThat(service.signIn("mia", "wrong")).isEqualTo(new SignInResult.Refused());
        door.throttle(Duration.ofSeconds(30));
        assertThat(service.signIn("mia", "secret")).isEqualTo(new SignInResult.Throttled(Duration.ofSeconds(30)));
        assertThat(service.user()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void theNextPersonClosesTheSessionOfTheOneBefore() {
        plant.user("mia", "Operator");
        plant.user("tom", "Manager");
        service.signIn("mia", "secret");
        service.signIn("tom", "secret");
        service.signOut();
        service.signOut();
        assertThat(heard).containsExactly("opened mia", "closing mia", "opened tom", "closing tom");
        assertThat(service.user()).isEmpty();
    }

    @Test
    void aForcedChangeComesBeforeEverythingElse() {
        plant.user("mia", "Operator");
        RelationalGate forcing = new Forcing(door);
        SignInService forced = new SignInService(forcing, listener, "tester");
        SignInResult result = forced.signIn("mia", "secret");
        assertThat(result).isInstanceOfSatisfying(SignInResult.Accepted.class, a -> assertThat(
                        a.user().mustChangePassword())
                .isTrue());
        assertThat(heard).isEmpty();
        assertThat(forced.changePassword("secret", "a-much-better-one").mustChangePassword())
                .isFalse();
        assertThat(heard).containsExactly("opened mia");
        forced.changePassword("a-much-better-one", "yet-another-good-one");
        assertThat(heard).as("told once").hasSize(1);
    }

    @Test
    void emptyFieldsAreNamedBeforeTheDatabaseIsAsked() {
        invalid(() -> service.signIn("  ", "")).hasMessageContaining("username").hasMessageContaining("password");
    }

    @Test
    void newPasswordsAreCheckedForWhatTheHashCannotTake() {
        plant.user("mia", "Operator");
        service.signIn("mia", "secret");
        invalid(() -> service.changePassword("secret", "secret")).hasMessageContaining("same");
        invalid(() -> service.changePassword("secret", "ü".repeat(37))).hasMessageContaining("tooLong");
    }

    @Test
    void changingAPasswordWithoutASessionIsDenied() {
        assertThatThrownBy(() -> service.changePassword("a", "b"))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Denied.class));
    }

    @Test
    void theFirstAdministratorOfAnEmptySiteSignsInLikeAnybody() {
        assertThat(service.needsFirstAdministrator()).isTrue();
        NewSite site = new NewSite("Mill", "ann", "ann@mill.example", "long enough for all", "Ann", "Lee");
        service.createFirstAdministrator(site);
        assertThat(service.needsFirstAdministrator()).isFalse();
        assertThat(service.signIn("ann", "long enough for all")).isInstanceOf(SignInResult.Accepted.class);
        assertThat(site.toString()).doesNotContain("long enough");
        invalid(() -> service.createFirstAdministrator(new NewSite("", "", "no-address", "", "A", "B")))
                .hasMessageContaining("siteName")
                .hasMessageContaining("username")
                .hasMessageContaining("email")
                .hasMessageContaining("password");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> invalid(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(FailureException.class, e -> assertThat(e.failure())
                .isInstanceOf(Failure.Invalid.class));
    }

    /** A door behind which every password must be changed first. */
    private record Forcing(FakeRelationalGate door) implements RelationalGate {
        @Override
        public com.prosynchub.model.health.StoreStatus status() {
            return door.status();
        }

        @Override
        public boolean needsFirstAdministrator() {
            return false;
        }

        @Override
        public void createFirstAdministrator(FirstAdministrator administrator) {
            door.createFirstAdministrator(administrator);
        }

        @Override
        public Attempt signIn(String username, String password, String agent) {
            Attempt attempt = door.signIn(username, password, agent);
            if (attempt instanceof Attempt.Accepted accepted
                    && accepted.session() instanceof com.prosynchub.fixture.fake.FakeRelationalSession fake) {
                fake.demandPasswordChange();
            }
            return attempt;
        }

        @Override
        public Attempt signInCode(String ticket, String code) {
            return door.signInCode(ticket, code);
        }

        @Override
        public void close() {}
    }
}
