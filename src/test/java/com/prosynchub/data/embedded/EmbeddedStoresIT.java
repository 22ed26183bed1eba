package com.prosynchub.data.embedded;

import static com.prosynchub.data.embedded.EmbeddedFixture.connect;
import static com.prosynchub.data.embedded.EmbeddedFixture.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.embedded.StartupProgress.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First start, second start, joining, what a killed process leaves, and who may connect. */
class EmbeddedStoresIT {
    @TempDir
    Path temp;

    @Test
    void firstStartMakesAClosedStoreAndLaterOnesFindItsData() throws Exception {
        Path data = temp.resolve("new").resolve("data");
        List<Step> steps = new ArrayList<>();
        List<Double> fractions = new ArrayList<>();
        String password;
        try (EmbeddedStores stores = start(data, (step, fraction) -> {
            steps.add(step);
            fractions.add(fraction);
        })) {
            password = stores.superuser().password();
            execute(stores.superuser(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(steps).containsSubsequence(Step.CHECK, Step.INITIALISE, Step.START, Step.MIGRATE, Step.READY);
        assertThat(fractions).isSorted().endsWith(1.0);
        for (String folder : List.of("", "store", "store/postgres")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(folder))))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("store/secrets.properties"))))
                .isEqualTo("rw-------");
        assertThat(data.resolve("ballast")).hasSize(Ballast.BYTES);

        try (EmbeddedStores again = start(data)) {
            assertThat(again.joined()).isFalse();
            assertThat(again.superuser().password()).isEqualTo(password);
            assertThat(text(again.superuser(), "SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(data.resolve("runtime.properties")).doesNotExist();
    }

    @Test
    void theServerIsSafeLoopbackAndChecksummed() throws Exception {
        try (EmbeddedStores stores = start(temp.resolve("data"))) {
            EmbeddedLogin root = stores.superuser();
            assertThat(text(root, "SHOW data_checksums")).isEqualTo("on");
            assertThat(text(root, "SHOW fsync")).isEqualTo("on");
            assertThat(text(root, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(text(root, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(root, "SHOW data_sync_retry"))
                    .as("a disk that fails is not asked twice")
                    .isEqualTo("off");
            assertThat(text(root, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(root, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(text(root, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(text(root, "SHOW log_parameter_max_length")).isEqualTo("0");
            assertThat(text(
                            root,
                            "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method NOT IN"
                                    + " ('scram-sha-256', 'reject')"))
                    .isEqualTo("0");
            assertThat(text(root, "SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL"))
                    .isEqualTo("0");
        }
    }

    @Test
    void noOrAWrongPasswordIsRefused() {
        try (EmbeddedStores stores = start(temp.resolve("data"))) {
            EmbeddedLogin root = stores.superuser();
            String plain = "jdbc:postgresql://127.0.0.1:" + root.port() + "/";
            for (String database : List.of("postgres", "prosynchub", "prosync_documents")) {
                assertThatThrownBy(() -> DriverManager.getConnection(plain + database, "postgres", "wrong"))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("28P01"));
                assertThatThrownBy(() -> DriverManager.getConnection(plain + database, "postgres", null))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void theDocumentLoginAndTheRelationalLoginsKeepToTheirOwnDatabase() throws Exception {
        try (EmbeddedStores stores = start(temp.resolve("data"))) {
            EmbeddedLogin root = stores.superuser();
            execute(
                    root,
                    "CREATE ROLE ws_local LOGIN PASSWORD '"
                            + stores.login("ws_local").password() + "'");
            execute(root, "GRANT CONNECT ON DATABASE prosynchub, prosync_documents TO ws_local, prosync_documents");
            EmbeddedLogin documents = stores.login("prosync_documents");
            EmbeddedLogin own = in("prosync_documents", documents);
            assertThat(text(own, "SELECT current_database()")).isEqualTo("prosync_documents");
            assertThat(text(own, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("prosync_documents");
            assertThat(text(own, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThat(text(stores.login("ws_local"), "SELECT current_user")).isEqualTo("ws_local");
            for (EmbeddedLogin stranger : List.of(
                    in("prosynchub", documents),
                    in("postgres", documents),
                    in("prosync_documents", stores.login("ws_local")))) {
                assertThatThrownBy(() -> connect(stranger))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("28000"));
            }
        }
    }

    @Test
    void aSecondStartJoinsTheRunningOneAndLeavesItRunning() throws Exception {
        Path data = temp.resolve("data");
        Process holder = EmbeddedFixture.startElsewhere(data);
        try {
            try (EmbeddedStores joined = start(data)) {
                assertThat(joined.joined()).isTrue();
                assertThat(joined.holder()).contains("process " + holder.pid());
                assertThat(text(joined.superuser(), "SELECT 1")).isEqualTo("1");
            }
            try (EmbeddedStores third = start(data)) {
                assertThat(text(third.superuser(), "SELECT 1")).isEqualTo("1");
            }
        } finally {
            holder.destroy();
            holder.waitFor();
        }
        try (EmbeddedStores own = start(data)) {
            assertThat(own.joined()).isFalse();
        }
    }

    @Test
    void aSecondStartInTheSameProcessJoinsToo() throws Exception {
        Path data = temp.resolve("data");
        try (EmbeddedStores first = start(data);
                EmbeddedStores second = start(data)) {
            assertThat(second.joined()).isTrue();
            assertThat(second.superuser()).isEqualTo(first.superuser());
        }
    }

    @Test
    void aKilledProcessLeavesNothingThatStopsTheNextStart() throws Exception {
        Path data = temp.resolve("data");
        Process holder = EmbeddedFixture.startElsewhere(data);
        Holder before = Holder.read(new DataDirectory(data).runtime());
        holder.destroyForcibly().waitFor();
        assertThat(before).isNotNull();
        String orphan = serverProcess(data);
        assertThat(ProcessHandle.of(Long.parseLong(orphan))).isPresent();
        try (EmbeddedStores next = start(data)) {
            assertThat(next.joined()).isFalse();
            assertThat(serverProcess(data)).isNotEqualTo(orphan);
            assertThat(text(next.superuser(), "SELECT 1")).isEqualTo("1");
            EmbeddedLogin gone = new EmbeddedLogin(before.postgresPort(), "prosynchub", "postgres", "any");
            assertThatThrownBy(() -> connect(gone))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
        }
    }

    @Test
    void aPidFileOfAnUnrelatedProcessStopsNothingAndEndsNothing() throws Exception {
        Path data = temp.resolve("data");
        start(data).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    data.resolve("store/postgres/postmaster.pid"),
                    stranger.pid() + "\n" + data.resolve("store/postgres") + "\n1\n5432\n\nlocalhost\n1 1\nready   \n");
            try (EmbeddedStores next = start(data)) {
                assertThat(text(next.superuser(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAnew() throws Exception {
        Path data = temp.resolve("data");
        Files.createDirectories(data.resolve("store.new/postgres/base"));
        Files.writeString(data.resolve("store.new/postgres/PG_VERSION"), "18\n");
        try (EmbeddedStores stores = start(data)) {
            assertThat(text(stores.superuser(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(data.resolve("store.new")).doesNotExist();
    }

    @Test
    void switchedOffDurabilityIsRefused() throws Exception {
        Path data = temp.resolve("data");
        start(data).close();
        Path local = data.resolve("store/postgres/local.conf");
        Files.writeString(data.resolve("store/postgres/postgresql.auto.conf"), "fsync = off\n");
        assertThatThrownBy(() -> start(data)).hasMessageContaining("fsync is off");
        Files.writeString(data.resolve("store/postgres/postgresql.auto.conf"), "");
        Files.writeString(local, "work_mem = 8MB\n");
        try (EmbeddedStores stores = start(data)) {
            assertThat(text(stores.superuser(), "SHOW work_mem")).isEqualTo("8MB");
            execute(stores.superuser(), "ALTER DATABASE prosynchub SET synchronous_commit = off");
        }
        assertThatThrownBy(() -> start(data)).hasMessageContaining("synchronous_commit");
    }

    private static String serverProcess(Path data) throws IOException {
        return Files.readAllLines(data.resolve("store/postgres/postmaster.pid")).getFirst();
    }

    private static EmbeddedLogin in(String database, EmbeddedLogin login) {
        return new EmbeddedLogin(login.port(), database, login.user(), login.password());
    }

    private static void execute(EmbeddedLogin login, String sql) throws SQLException {
        try (Connection connection = connect(login)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String text(EmbeddedLogin login, String query) throws SQLException {
        try (Connection connection = connect(login);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
