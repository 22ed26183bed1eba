package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.MigratedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sign-in, its throttle, its silence about names, and what it writes down. */
class SignInIT {
    private final DoorPlant plant = new DoorPlant();

    private record Answer(String status, @Nullable String token, int retryAfter, boolean mustChange) {}

    private static Answer login(Connection connection, @Nullable String name, @Nullable String password)
            throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("SELECT * FROM auth.login(?, ?, ?)")) {
            call.setString(1, name);
            call.setString(2, password);
            call.setString(3, "tester on a bench, version 1");
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return new Answer(
                        row.getString("status"),
                        row.getString("token"),
                        row.getInt("retry_after_seconds"),
                        row.getBoolean("must_change"));
            }
        }
    }

    @Test
    void theRightPasswordOpensASessionOnce() throws SQLException {
        UUID id = plant.account("ada", "Manager");
        try (Connection connection = plant.unbound()) {
            Answer answer = login(connection, " Ada ", DoorPlant.PASSWORD);
            assertThat(answer.status()).isEqualTo("OK");
            assertThat(answer.token()).hasSize(64);
            assertThat(plant.ask("SELECT count(*) FROM auth.session WHERE encode(token_hash, 'hex') = '"
                            + answer.token() + "'"))
                    .as("the token itself is stored nowhere")
                    .isEqualTo("0");
            try (Connection signedIn = MigratedPostgres.workstation(plant.database, answer.token())) {
                assertThat(DoorPlant.outcome(signedIn, "SELECT auth.ping()")).isEqualTo("ok 1");
                assertThat(DoorPlant.one(signedIn, "SELECT app.current_user_id()"))
                        .isEqualTo(id.toString());
            }
            assertThat(plant.ask("SELECT last_login IS NOT NULL AND row_version = 0 FROM app.users WHERE user_id = '"
                            + id + "'"))
                    .isEqualTo("t");
            assertThat(plant.ask("SELECT agent FROM audit.outbox WHERE action = 'LOGIN' AND user_id = '" + id + "'"))
                    .isEqualTo("tester on a bench, version 1");
            assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'UPDATE' AND entity_type = 'USER'"))
                    .as("signing in is no edit of the account")
                    .isEqualTo("0");
        }
    }

    @Test
    void everyRefusalLooksTheSame() throws SQLException {
        // No name here may be spelt in hexadecimal digits: the ledger line is full of those, and one would match by
        // chance.
        plant.account("margot", "Manager");
        plant.account("gone", "Manager");
        plant.run("UPDATE app.users SET is_active = false WHERE username = 'gone'");
        plant.account("broken", "Manager");
        plant.run("UPDATE app.users SET password = 'rubbish' WHERE username = 'broken'");
        plant.account("foreign", "Manager");
        plant.run("UPDATE app.users SET password = replace(password, '$2a$', '$2y$') WHERE username = 'foreign'");
        plant.account("long", "Manager");
        plant.run(
                "UPDATE app.users SET password = auth.hash_password('" + "x".repeat(73) + "') WHERE username = 'long'");
        try (Connection connection = plant.unbound()) {
            Answer wrong = login(connection, "margot", "wrong");
            assertThat(wrong).isEqualTo(new Answer("DENIED", null, 0, false));
            for (String name : List.of("nobody", "gone", "broken", "foreign")) {
                assertThat(login(connection, name, DoorPlant.PASSWORD)).as(name).isEqualTo(wrong);
            }
            assertThat(login(connection, "margot", null)).isEqualTo(wrong);
            assertThat(login(connection, "margot", "")).isEqualTo(wrong);
            assertThat(login(connection, "margot", DoorPlant.PASSWORD + "x".repeat(60)))
                    .isEqualTo(wrong);
            assertThat(login(connection, "long", "x".repeat(73))).isEqualTo(wrong);
            assertThat(login(connection, null, null)).isEqualTo(wrong);
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'LOGIN_FAILED'"))
                .isEqualTo("10");
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'LOGIN_FAILED'"
                        + " AND (to_jsonb(outbox)::text LIKE '%nobody%' OR to_jsonb(outbox)::text LIKE '%margot%')"))
                .as("typed names in the ledger")
                .isEqualTo("0");
    }

    @Test
    void everyRefusalCostsOneHash() throws SQLException {
        plant.account("ada", "Manager");
        plant.account("gone", "Manager");
        plant.run("UPDATE app.users SET is_active = false WHERE username = 'gone';" + "ALTER DATABASE " + plant.database
                + " SET track_functions = 'all'");
        for (String name : List.of("ada", "nobody", "gone")) {
            assertThat(hashesOf(name, "wrong")).as(name).isEqualTo(1);
        }
        assertThat(hashesOf("ada", "")).as("no password").isEqualTo(1);
        assertThat(hashesOf("ada", DoorPlant.PASSWORD)).as("the right password").isEqualTo(1);
    }

    /** How often pgcrypto hashed while somebody tried to sign in: what the time of an answer consists of. */
    private int hashesOf(String name, String password) throws SQLException {
        int before = hashes();
        try (Connection connection = plant.unbound()) {
            login(connection, name, password);
            DoorPlant.one(connection, "SELECT pg_stat_force_next_flush()");
        }
        return hashes() - before;
    }

    private int hashes() throws SQLException {
        return Integer.parseInt(String.valueOf(plant.ask("SELECT coalesce(sum(calls), 0) FROM pg_stat_user_functions"
                + " WHERE schemaname = 'ext' AND funcname = 'crypt'")));
    }

    @Test
    void aWeakPasswordIsRefusedByTheNameOfItsRule() throws SQLException {
        UUID id = plant.account("margot", "Manager");
        plant.run("UPDATE app.users SET first_name = 'Margarete', last_name = 'Olsen', email = 'm.olsen@plant.example'"
                + " WHERE user_id = '" + id + "'; UPDATE app.site SET name = 'Nordholm'");
        String token;
        try (Connection connection = plant.unbound()) {
            token = login(connection, "margot", DoorPlant.PASSWORD).token();
        }
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("short one", "A password needs at least 12 characters.");
        refusals.put("ä".repeat(30) + "bcdefghijklmnop", "A password may have at most 72 bytes.");
        refusals.put("abababababababab", "A password needs at least five different characters.");
        refusals.put("the cat of Margot", "A password must not contain the user name.");
        for (String word : List.of("i am MARGARETE 3", "olsen and his boat", "Nordholm forever", "x m.olsen x 123")) {
            refusals.put(word, "A password must not contain your name, your address or the name of the site.");
        }
        for (String word : List.of("password1234", "Passw0rd2024!", "qwertyuiop12", "abcdefghijkl", "welcome12345")) {
            refusals.put(word, "A password must be more than a well-known one.");
        }
        refusals.put(DoorPlant.PASSWORD, "The new password must differ from the old one.");
        try (Connection connection = MigratedPostgres.workstation(plant.database, token)) {
            for (Map.Entry<String, String> refusal : refusals.entrySet()) {
                assertThatThrownBy(() -> DoorPlant.one(
                                connection,
                                "SELECT auth.change_password('" + DoorPlant.PASSWORD + "', '" + refusal.getKey()
                                        + "')"))
                        .as(refusal.getKey())
                        .hasMessageContaining(refusal.getValue());
            }
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT auth.change_password('" + DoorPlant.PASSWORD + "', 'four plain words here')"))
                    .isEqualTo("ok 1");
        }
    }

    @Test
    void fiveTriesThenAWait() throws SQLException {
        plant.account("ada", "Manager");
        try (Connection connection = plant.unbound()) {
            for (int i = 0; i < 5; i++) {
                assertThat(login(connection, "ada", "wrong").status()).isEqualTo("DENIED");
            }
            Answer known = login(connection, "ada", DoorPlant.PASSWORD);
            assertThat(known.status()).isEqualTo("THROTTLED");
            assertThat(known.retryAfter()).isBetween(1, 30);
            plant.run("UPDATE auth.throttle SET locked_until = clock_timestamp() - interval '1 second'"
                    + " WHERE locked_until IS NOT NULL");
            assertThat(login(connection, "ada", "wrong").status())
                    .as("one try after the wait")
                    .isEqualTo("DENIED");
            assertThat(login(connection, "ada", DoorPlant.PASSWORD).retryAfter())
                    .as("the wait doubles")
                    .isBetween(31, 60);
            plant.run("UPDATE auth.throttle SET locked_until = clock_timestamp() - interval '1 second'"
                    + " WHERE locked_until IS NOT NULL");
            assertThat(login(connection, "ada", DoorPlant.PASSWORD).status()).isEqualTo("OK");
            assertThat(login(connection, "ada", "wrong").status())
                    .as("success starts afresh")
                    .isEqualTo("DENIED");
        }
    }

    @Test
    void rollbackGivesNoFreeGuess() throws SQLException {
        plant.account("ada", "Manager");
        int judged = 0;
        try (Connection connection = plant.unbound()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 12; i++) {
                if ("DENIED".equals(login(connection, "ada", "guess " + i).status())) {
                    judged++;
                }
                connection.rollback();
            }
        }
        assertThat(judged).isEqualTo(5);
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'LOGIN_FAILED'"))
                .isEqualTo("5");
    }

    @Test
    void aTimeOutOrSeveralConnectionsGiveNoFreeGuess() throws Exception {
        plant.account("ada", "Manager");
        try (Connection hasty = plant.unbound();
                Statement statement = hasty.createStatement()) {
            statement.execute("SET statement_timeout = '60ms'");
            for (int i = 0; i < 3; i++) {
                assertThat(DoorPlant.outcome(hasty, "SELECT * FROM auth.login('ada', 'guess', 'x')"))
                        .isEqualTo("57014");
            }
        }
        int charged = Integer.parseInt(String.valueOf(plant.ask("SELECT coalesce(max(tries), 0) FROM auth.throttle")));
        List<CompletableFuture<Integer>> guessers = new ArrayList<>();
        for (int g = 0; g < 4; g++) {
            guessers.add(CompletableFuture.supplyAsync(() -> {
                int judged = 0;
                try (Connection connection = plant.unbound()) {
                    for (int i = 0; i < 3; i++) {
                        judged += "DENIED"
                                        .equals(login(connection, "ada", "guess")
                                                .status())
                                ? 1
                                : 0;
                    }
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
                return judged;
            }));
        }
        int judged = 0;
        for (CompletableFuture<Integer> guesser : guessers) {
            judged += guesser.get();
        }
        assertThat(judged).isEqualTo(5 - charged);
    }

    @Test
    void madeUpNamesUseUpTheWorkstationOnly() throws SQLException {
        plant.account("ada", "Administrator");
        int judged = 0;
        try (Connection connection = plant.unbound()) {
            for (int i = 0; i < 33; i++) {
                judged +=
                        "DENIED".equals(login(connection, "name " + i, "wrong").status()) ? 1 : 0;
            }
            assertThat(login(connection, "ada", DoorPlant.PASSWORD).status()).isEqualTo("THROTTLED");
        }
        assertThat(judged).isEqualTo(30);
        try (Connection elsewhere = OtherWorkstation.connect(plant.database, null)) {
            assertThat(login(elsewhere, "ada", DoorPlant.PASSWORD).status()).isEqualTo("OK");
        }
    }

    @Test
    void aTemporaryPasswordOpensOnlyItsOwnChange() throws SQLException {
        UUID id = plant.account("ada", "Manager");
        plant.run("INSERT INTO auth.account (user_id, must_change) VALUES ('" + id + "', true)");
        Answer answer;
        try (Connection connection = plant.unbound()) {
            answer = login(connection, "ada", DoorPlant.PASSWORD);
        }
        assertThat(answer.mustChange()).isTrue();
        try (Connection connection = MigratedPostgres.workstation(plant.database, answer.token())) {
            assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "SELECT name FROM app.roles"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, "INSERT INTO app.locations (name) VALUES ('x')"))
                    .isEqualTo("42501");
            for (String weak : List.of(
                    "short", "aaaaaaaaaaaaaaaa", "my name is ada, yes", "x".repeat(20) + "yzabc" + "w".repeat(60))) {
                assertThat(DoorPlant.outcome(
                                connection,
                                "SELECT auth.change_password('" + DoorPlant.PASSWORD + "', '" + weak + "')"))
                        .as(weak)
                        .isEqualTo("PSH04");
            }
            assertThat(DoorPlant.outcome(connection, "SELECT auth.change_password('wrong', 'a new long sentence')"))
                    .isEqualTo("PSH04");
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT auth.change_password('" + DoorPlant.PASSWORD + "', 'a new long sentence')"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "INSERT INTO app.locations (name) VALUES ('x')"))
                    .isEqualTo("ok 1");
        }
        try (Connection connection = plant.unbound()) {
            assertThat(login(connection, "ada", DoorPlant.PASSWORD).status()).isEqualTo("DENIED");
            assertThat(login(connection, "ada", "a new long sentence").mustChange())
                    .isFalse();
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE to_jsonb(outbox)::text LIKE '%$2a$%'"))
                .isEqualTo("0");
    }

    @Test
    void theFirstAdministratorComesOnce() throws SQLException {
        try (Connection connection = plant.unbound()) {
            assertThat(DoorPlant.one(connection, "SELECT needs_first_administrator FROM auth.site_info()"))
                    .isEqualTo("t");
            String weak = "SELECT auth.create_first_administrator('Plant', 'root', 'r@x', 'short', 'R', 'T')";
            assertThat(DoorPlant.outcome(connection, weak)).isEqualTo("PSH04");
            String create =
                    "SELECT auth.create_first_administrator('Plant', 'root', 'r@x', 'a long first sentence', 'R', 'T')";
            assertThat(DoorPlant.outcome(connection, create)).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, create)).isEqualTo("42501");
            assertThat(login(connection, "root", "a long first sentence").status())
                    .isEqualTo("OK");
            assertThat(DoorPlant.one(connection, "SELECT site_name FROM auth.site_info()"))
                    .isEqualTo("Plant");
        }
    }
}
