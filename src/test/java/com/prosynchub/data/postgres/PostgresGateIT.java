package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.health.StoreStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sign-in, sign-out, passwords and state of the real store. */
class PostgresGateIT {
    private final TestSite site = TestSite.shared();

    @Test
    void statusNamesVersionSchemaAndLatency() {
        StoreStatus status = site.gate().status();

        assertThat(status.problems()).isEmpty();
        assertThat(status.reachable()).isTrue();
        assertThat(status.version()).startsWith("PostgreSQL 1");
        assertThat(status.schemaVersion()).matches("\\d+");
        assertThat(status.latency()).isPositive();
    }

    @Test
    void statusOfAStoreThatIsAwaySaysSoInASentence() {
        RelationalGate away = PostgresStore.gate(new PostgresConfig(
                "jdbc:postgresql://127.0.0.1:1/none", "nobody", "", "test", Thread::new, () -> false));

        StoreStatus status = away.status();

        assertThat(status.reachable()).isFalse();
        assertThat(status.problems()).hasSize(1).first().asString().contains("did not accept a connection");
        assertThatThrownBy(() -> away.signIn("a", "b", "c"))
                .satisfies(t -> assertThat(FailureException.failureOf(t)).isInstanceOf(Failure.Unavailable.class));
    }

    @Test
    void aProgramThatDoesNotFitTheSchemaSaysSoAndStops() {
        for (int client : new int[] {0, 999}) {
            PostgresConfig config = site.config(MigratedPostgres.WORKSTATION);
            RelationalGate gate = new PostgresGate(config, new Connector(config, client));

            assertThat(gate.status().problems()).hasSize(1).first().asString().contains("schema");
            assertThatThrownBy(() -> gate.signIn(TestSite.ADMINISTRATOR, TestSite.PASSWORD, "tests"))
                    .satisfies(t -> assertThat(FailureException.failureOf(t))
                            .isInstanceOfSatisfying(Failure.Unavailable.class, u -> assertThat(u.detail())
                                    .contains("schema")));
        }
    }

    @Test
    void theFirstAdministratorIsTheOnlyOneMadeThisWay() {
        assertThat(site.gate().needsFirstAdministrator()).isFalse();

        assertThatThrownBy(() -> site.gate()
                        .createFirstAdministrator(new RelationalGate.FirstAdministrator(
                                "x", "second", "second@plant.example", TestSite.PASSWORD, "S", "A")))
                .satisfies(t -> assertThat(FailureException.failureOf(t)).isInstanceOf(Failure.Denied.class));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
        String person = site.person("Viewer");

        assertThat(site.gate().signIn(person, "wrong", "tests")).isEqualTo(new Attempt.Refused());
        assertThat(site.gate().signIn("nobody at all", "wrong", "tests")).isEqualTo(new Attempt.Refused());
    }

    @Test
    void tooManyTriesAreToldToWait() {
        String person = site.person("Viewer");
        for (int i = 0; i < 5; i++) {
            site.gate().signIn(person, "wrong", "tests");
        }

        Attempt attempt = site.gate().signIn(person, TestSite.PASSWORD, "tests");

        assertThat(attempt).isInstanceOf(Attempt.Throttled.class);
        site.execute("delete from auth.throttle");
    }

    @Test
    void anAcceptedPersonHoldsThePermissionsOfTheRole() {
        try (RelationalSession session = site.session("Manager")) {
            assertThat(session.user().roleName()).isEqualTo("Manager");
            assertThat(session.user().may(Resource.ASSET, Action.UPDATE)).isTrue();
            assertThat(session.user().may(Resource.USER, Action.READ)).isFalse();
            assertThat(session.user().mustChangePassword()).isFalse();
            session.ping();
        }
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        RelationalSession session = site.session("Viewer");
        UUID user = session.user().userId();
        session.close();

        assertThat(site.single(
                        "select count(*) from auth.session where revoked_at is null and user_id = '" + user + "'"))
                .isEqualTo("0");
    }

    @Test
    void anEndedSessionIsSaidAndNotShownAsAnEmptyList() {
        try (RelationalSession session = site.session("Viewer")) {
            session.ping();
            site.execute("update auth.session set revoked_at = now(), revoked_why = 'LOGOUT' where user_id = '"
                    + session.user().userId() + "'");

            assertThatThrownBy(() -> session.assetTypes().all())
                    .satisfies(t -> assertThat(FailureException.failureOf(t))
                            .isInstanceOfSatisfying(Failure.Denied.class, d -> assertThat(d.reason())
                                    .isEqualTo(DeniedReason.SESSION_ENDED)));
        }
    }

    @Test
    void aTemporaryPasswordMustBeChangedBeforeAnythingElse() {
        UUID id = UUID.randomUUID();
        String name = "newcomer-" + id;
        try (RelationalSession administrator = site.session("Administrator")) {
            int role = administrator.accounts().roles().stream()
                    .filter(r -> r.name().equals("Manager"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            String temporary = administrator
                    .accounts()
                    .create(new UserAccount(
                            id, name, name + "@x.example", "New", "Comer", role, null, null, null, true, null, 0));
            Attempt attempt = site.gate().signIn(name, temporary, "tests");
            assertThat(attempt).isInstanceOf(Attempt.Accepted.class);
            try (RelationalSession session = ((Attempt.Accepted) attempt).session()) {
                assertThat(session.user().mustChangePassword()).isTrue();
                assertThat(session.assetTypes().all()).isEmpty();
                assertThatThrownBy(() -> session.changePassword(temporary, "short"))
                        .satisfies(t -> assertThat(FailureException.failureOf(t))
                                .isInstanceOfSatisfying(Failure.Invalid.class, i -> {
                                    assertThat(i.violations().getFirst().field())
                                            .isEqualTo("newPassword");
                                    assertThat(i.violations().getFirst().rule()).isEqualTo("passwordTooShort");
                                }));
                assertThatThrownBy(() -> session.changePassword("not it", "a much better one 12"))
                        .satisfies(t -> assertThat(FailureException.failureOf(t).detail())
                                .contains("oldPassword"));

                session.changePassword(temporary, "a much better one 12");

                assertThat(session.user().mustChangePassword()).isFalse();
                assertThat(session.user().may(Resource.ASSET, Action.UPDATE)).isTrue();
                session.assetTypes().all();
            }
        }
    }

    /** What a frozen client can hold up; BrokenOffIT shows that it is over then. */
    @Test
    void everyConnectionGivesUpByItself() throws SQLException {
        Connector connector = new Connector(site.config(MigratedPostgres.WORKSTATION), 1);
        try (Connection c = connector.bound("none").getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select current_setting('idle_in_transaction_session_timeout'),"
                        + " current_setting('lock_timeout'), current_setting('statement_timeout')")) {
            r.next();
            assertThat(List.of(r.getString(1), r.getString(2), r.getString(3))).containsExactly("1min", "5s", "30s");
        }
    }

    @Test
    void theForbiddenThreadIsTurnedAway() {
        Thread forbidden = Thread.currentThread();
        PostgresConfig config = site.config(MigratedPostgres.WORKSTATION);
        RelationalGate gate = PostgresStore.gate(new PostgresConfig(
                config.jdbcUrl(),
                config.user(),
                config.password(),
                "test",
                config.threads(),
                () -> Thread.currentThread() == forbidden));

        assertThatThrownBy(() -> gate.signIn("a", "b", "c")).isInstanceOf(IllegalStateException.class);
        Link link = new Link(
                Orm.factory(),
                new Connector(config, 1).bound("no token"),
                new PostgresConfig(
                        config.jdbcUrl(),
                        config.user(),
                        config.password(),
                        "test",
                        config.threads(),
                        () -> Thread.currentThread() == forbidden));
        assertThatThrownBy(() -> new PostgresAssets(link, () -> false).worstHealth(1))
                .isInstanceOf(IllegalStateException.class);
        link.close();
    }
}
