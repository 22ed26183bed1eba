package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.util.PSQLException;

/** What the door keeps for itself and what it does behind a change: each taken away on a copy, and what then happens. */
class DoorGuardsIT {
    private static final String LOOK = "SELECT name FROM app.asset_types";
    private static final String RENAME = "UPDATE app.assets SET name = 'x', row_version = row_version + 1";

    private final DoorPlant plant = new DoorPlant();

    @Test
    void aStolenHashIsNoProof() throws SQLException {
        plant.asset();
        Person person = plant.person("Manager");
        String stolen =
                plant.ask("SELECT encode(token_hash, 'hex') FROM auth.session WHERE user_id = '" + person.id() + "'");
        try (Connection thief = MigratedPostgres.workstation(plant.database, stolen)) {
            assertThat(DoorPlant.outcome(thief, LOOK)).isEqualTo("ok 0");
            plant.run(GuardsIT.without("app.can(text)", "sha256(convert_to(token, 'UTF8'))", "decode(token, 'hex')"));
            assertThat(DoorPlant.outcome(thief, LOOK)).isEqualTo("ok 1");
        }
    }

    /** A caller who brings functions of the same names along would answer for the clock. */
    @Test
    void theSearchPathOfTheDoorIsItsOwn() throws SQLException {
        plant.asset();
        Person person = plant.person("Manager");
        plant.run("CREATE SCHEMA mine; GRANT USAGE ON SCHEMA mine TO prosync_client, prosync_auth;"
                + "CREATE FUNCTION mine.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS"
                + " 'SELECT timestamptz ''2000-01-01''';"
                + "GRANT EXECUTE ON FUNCTION mine.clock_timestamp() TO PUBLIC;"
                + "UPDATE auth.session SET expires_at = now() - interval '1 minute'");
        try (Connection expired = plant.as(person)) {
            DoorPlant.outcome(expired, "SET search_path = mine, pg_catalog");
            assertThat(DoorPlant.outcome(expired, LOOK)).isEqualTo("ok 0");
            plant.run("ALTER FUNCTION app.can(text) RESET search_path");
            DoorPlant.outcome(expired, "DISCARD PLANS");
            assertThat(DoorPlant.outcome(expired, LOOK)).isEqualTo("ok 1");
        }
    }

    @Test
    void anErrorInsideTheDoorShowsNoRowOfIt() throws SQLException {
        Person person = plant.person("Manager");
        plant.run("CREATE FUNCTION auth.fails() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path ="
                + " pg_catalog, pg_temp AS $$ BEGIN INSERT INTO auth.session SELECT * FROM auth.session; END $$;"
                + "ALTER FUNCTION auth.fails() OWNER TO prosync_auth; REVOKE ALL ON FUNCTION auth.fails() FROM PUBLIC;"
                + "GRANT EXECUTE ON FUNCTION auth.fails() TO prosync_client");
        try (Connection connection = plant.as(person)) {
            assertThat(detail(connection)).doesNotContain("=(");
            plant.run("ALTER TABLE auth.session NO FORCE ROW LEVEL SECURITY");
            assertThat(detail(connection)).contains("=(");
        }
    }

    private static String detail(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT auth.fails()");
            throw new AssertionError("did not fail");
        } catch (PSQLException failed) {
            var message = failed.getServerErrorMessage();
            return String.valueOf(message == null ? null : message.getDetail());
        }
    }

    @Test
    void withoutTheTriggerAChangeLeavesNoTrace() throws SQLException {
        plant.asset();
        String traces = "SELECT count(*) FROM audit.outbox WHERE entity_type = 'ASSET' AND action = 'UPDATE'";
        try (Connection manager = plant.as(plant.person("Manager"))) {
            assertThat(DoorPlant.outcome(manager, RENAME)).isEqualTo("ok 1");
            assertThat(plant.ask(traces)).isEqualTo("1");
            plant.run("DROP TRIGGER t81_audit_client ON app.assets");
            assertThat(DoorPlant.outcome(manager, RENAME)).isEqualTo("ok 1");
            assertThat(plant.ask(traces)).isEqualTo("1");
        }
    }

    @Test
    void theDoorItselfReadsOnlyWhatItMustOfTheLedger() throws SQLException {
        plant.asset();
        plant.run("GRANT SELECT ON audit.outbox TO prosync_auth");
        String read = "SELECT count(*) FROM audit.outbox";
        try (Connection bug = TestPostgres.connect(plant.database)) {
            DoorPlant.outcome(bug, "SET ROLE prosync_auth");
            assertThat(DoorPlant.one(bug, read)).isEqualTo("0");
            plant.run("ALTER POLICY failed_tries ON audit.outbox USING (true)");
            assertThat(DoorPlant.one(bug, read)).isNotEqualTo("0");
        }
    }

    @Test
    void whatIsAnnouncedNamesAndTellsNothing() throws SQLException {
        UUID asset = plant.asset();
        try (Connection listener = plant.unbound();
                Connection manager = plant.as(plant.person("Manager"))) {
            DoorPlant.outcome(listener, "LISTEN prosync");
            DoorPlant.outcome(manager, RENAME);
            assertThat(heard(listener)).contains("assets|U|" + asset).doesNotContain("purchase_cost");
            plant.run(GuardsIT.without(
                    "auth.announce()", "array_agg(to_jsonb(c) ->> TG_ARGV[1])", "array_agg(to_jsonb(c)::text)"));
            DoorPlant.outcome(manager, RENAME);
            assertThat(heard(listener)).contains("purchase_cost");
        }
    }

    /** Whoever sees assets through places must read them anew when a place goes elsewhere. */
    @Test
    void aMovedPlaceIsAnnouncedForWhatStandsInIt() throws SQLException {
        plant.run("INSERT INTO app.locations (location_id, name) VALUES (1, 'Site'), (2, 'Hall')");
        String move =
                "UPDATE app.locations SET parent_location_id = %s, row_version = row_version + 1 WHERE location_id = 2";
        try (Connection listener = plant.unbound();
                Connection manager = plant.as(plant.person("Manager"))) {
            DoorPlant.outcome(listener, "LISTEN prosync");
            DoorPlant.outcome(manager, move.formatted("1"));
            assertThat(heard(listener)).contains("assets|U|*");
            plant.run("DROP TRIGGER t91_announce_moved ON app.locations");
            DoorPlant.outcome(manager, move.formatted("NULL"));
            assertThat(heard(listener)).contains("locations|U|2").doesNotContain("assets");
        }
    }

    private static String heard(Connection listener) throws SQLException {
        DoorPlant.outcome(listener, "SELECT 1");
        PGNotification[] heard = listener.unwrap(PGConnection.class).getNotifications(5000);
        return heard == null
                ? ""
                : Arrays.stream(heard).map(PGNotification::getParameter).collect(Collectors.joining(" "));
    }

    @Test
    void withoutTheTriggerADismissedPersonReadsOn() throws SQLException {
        plant.asset();
        Person gone = plant.person("Manager");
        Person stays = plant.person("Manager");
        plant.run(dismissal(gone));
        try (Connection connection = plant.as(gone)) {
            assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 0");
        }
        plant.run("DROP TRIGGER t60_follow ON app.users");
        plant.run(dismissal(stays));
        try (Connection connection = plant.as(stays)) {
            assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 1");
        }
    }

    private static String dismissal(Person person) {
        return "UPDATE app.users SET is_active = false WHERE user_id = '" + person.id() + "'";
    }

    @Test
    void theLedgersRefusalsCanNotBeFlooded() throws SQLException {
        String noted = "SELECT count(*) FROM audit.outbox WHERE action = 'REFUSED'";
        try (Connection viewer = plant.as(plant.person("Viewer"))) {
            flood(viewer);
            assertThat(plant.ask(noted)).isEqualTo("20");
            plant.run(GuardsIT.without("auth.note_refusal(text)", "IF r.noted >= 20 THEN", "IF false THEN"));
            flood(viewer);
            assertThat(plant.ask(noted)).isEqualTo("50");
        }
    }

    private static void flood(Connection connection) {
        for (int i = 0; i < 30; i++) {
            assertThat(DoorPlant.outcome(connection, "SELECT auth.note_refusal('user:read')"))
                    .isEqualTo("ok 1");
        }
    }

    @Test
    void aCodeOpensOnce() throws SQLException {
        UUID ada = plant.account("ada", "Manager");
        plant.run("INSERT INTO auth.second_factor (user_id, secret, confirmed_at, last_step) VALUES ('" + ada
                + "', '\\x3132333435363738393031323334353637383930', now(), 0)");
        String code = String.valueOf(plant.ask("SELECT auth.one_time_code(secret, floor(extract(epoch FROM"
                + " clock_timestamp()) / 30)::bigint + 1, 6) FROM auth.second_factor"));
        try (Connection unbound = plant.unbound()) {
            assertThat(signIn(unbound, code)).isEqualTo("OK");
            assertThat(signIn(unbound, code)).isEqualTo("DENIED");
            plant.run(GuardsIT.without("auth.accept_code(uuid, text, timestamptz)", "s > f.last_step AND", ""));
            assertThat(signIn(unbound, code)).isEqualTo("OK");
        }
    }

    @Test
    void aTicketBelongsToItsWorkstation() throws SQLException {
        UUID ada = plant.account("ada", "Manager");
        plant.run("INSERT INTO auth.second_factor (user_id, secret, confirmed_at, last_step) VALUES ('" + ada
                + "', '\\x3132333435363738393031323334353637383930', now(), 0)");
        try (Connection unbound = plant.unbound();
                Connection thief = OtherWorkstation.connect(plant.database, null)) {
            String ticket =
                    DoorPlant.one(unbound, "SELECT token FROM auth.login('ada', '" + DoorPlant.PASSWORD + "', 'x')");
            String use = "SELECT status FROM auth.login_code('" + ticket + "', '000000')";
            assertThat(DoorPlant.one(thief, use)).isEqualTo("EXPIRED");
            plant.run(GuardsIT.without("auth.login_code(text, text)", "AND x.db_role = session_user", ""));
            assertThat(DoorPlant.one(thief, use)).isEqualTo("DENIED");
        }
    }

    private static String signIn(Connection connection, String code) throws SQLException {
        String ticket =
                DoorPlant.one(connection, "SELECT token FROM auth.login('ada', '" + DoorPlant.PASSWORD + "', 'x')");
        return String.valueOf(
                DoorPlant.one(connection, "SELECT status FROM auth.login_code('" + ticket + "', '" + code + "')"));
    }

    @Test
    void aLookedAtRoleChangesNoAccount() throws SQLException {
        plant.account("ada", "Administrator");
        String own = "SELECT auth.change_password('" + DoorPlant.PASSWORD + "', 'another correct horse 7')";
        try (Connection looking = plant.unbound()) {
            DoorPlant.outcome(
                    looking,
                    "SELECT set_config('prosync.token', token, false) FROM auth.login('ada', '" + DoorPlant.PASSWORD
                            + "', 'x')");
            assertThat(DoorPlant.outcome(
                            looking,
                            "SELECT auth.view_as("
                                    + plant.ask("SELECT role_id FROM app.roles WHERE" + " name = 'Viewer'") + ")"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(looking, own)).isEqualTo("42501");
            plant.run("DROP TRIGGER keep_while_viewing ON auth.account");
            assertThat(DoorPlant.outcome(looking, own)).isEqualTo("ok 1");
        }
    }

    /** The time of a measured value and the price of an issued part are the server's, whoever sends what. */
    @Test
    void whatTheServerStatesIsNotTheClients() throws SQLException {
        UUID asset = plant.asset();
        plant.role("Storeman", "work_order:read", "part:read", "stock:issue", "metric:read", "metric:create");
        plant.run("INSERT INTO app.parts (name, sku, cost) VALUES ('Seal', 'S1', 5), ('Ring', 'S2', 5);"
                + "INSERT INTO app.work_orders (title) VALUES ('Look')");
        Person person = plant.person("Storeman");
        try (Connection connection = plant.as(person)) {
            issue(connection, "Seal");
            define(connection, asset, "first");
            plant.run("DROP TRIGGER t20_rule_insert_or_update ON app.work_order_parts; DROP TRIGGER t20_rule_insert ON"
                    + " app.asset_metrics");
            issue(connection, "Ring");
            define(connection, asset, "second");
        }
        assertThat(plant.column(
                        "SELECT w.cost FROM app.work_order_parts w JOIN app.parts USING (part_id) ORDER BY sku"))
                .containsExactly("5.00", "0.00");
        assertThat(plant.column("SELECT updated_at IS NULL FROM app.asset_metrics ORDER BY metric_name"))
                .containsExactly("f", "t");
    }

    private static void issue(Connection connection, String part) {
        assertThat(DoorPlant.outcome(
                        connection,
                        "INSERT INTO app.work_order_parts (work_order_id, part_id, quantity, cost)"
                                + " SELECT work_order_id, part_id, 1, 0 FROM app.work_orders, app.parts WHERE name = '"
                                + part + "'"))
                .isEqualTo("ok 1");
    }

    private static void define(Connection connection, UUID asset, String name) {
        assertThat(DoorPlant.outcome(
                        connection,
                        "INSERT INTO app.asset_metrics (asset_id, metric_name, metric_value)" + " VALUES ('" + asset
                                + "', '" + name + "', 1)"))
                .isEqualTo("ok 1");
    }
}
