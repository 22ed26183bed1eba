package com.prosynchub.data.embedded;

import static com.prosynchub.data.embedded.EmbeddedFixture.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.postgres.migration.MigrationOutcome;
import com.prosynchub.data.postgres.migration.RolePasswords;
import com.prosynchub.data.postgres.migration.SchemaMigrator;
import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The database dies under its writers, or its disk fills up: what was acknowledged is there afterwards, once. */
class StoreFaultsIT {
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED = 400;
    private static final String TOKEN = "c".repeat(64);
    private static final List<String> LOGINS =
            List.of("prosync_migrator", "prosync_relay", "prosync_throttle", "prosync_site", "ws_local");

    @TempDir
    Path temp;

    @Test
    void killedUnderWritersItKeepsEveryAcknowledgedChangeWithItsLedgerLine() throws Exception {
        Path data = temp.resolve("data");
        List<Integer> acknowledged = new ArrayList<>();
        try (EmbeddedStores stores = startWithSchema(data)) {
            signSomebodyIn(stores.superuser());
            AtomicInteger total = new AtomicInteger();
            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                List<Future<Integer>> writers = new ArrayList<>();
                for (int w = 1; w <= WRITERS; w++) {
                    int place = w;
                    writers.add(threads.submit(() -> write(stores.login("ws_local"), place, total)));
                }
                EmbeddedFixture.until(() -> total.get() >= ACKNOWLEDGED);
                kill(data);
                for (Future<Integer> writer : writers) {
                    acknowledged.add(writer.get());
                }
            }
        }
        try (EmbeddedStores stores = startWithSchema(data)) {
            EmbeddedLogin root = stores.superuser();
            for (int w = 1; w <= WRITERS; w++) {
                int version = number(root, "SELECT row_version FROM app.locations WHERE name = 'Place " + w + "'");
                int heard = acknowledged.get(w - 1);
                assertThat(version)
                        .as("the last one may have happened without being heard of")
                        .isBetween(heard, heard + 1);
                assertThat(number(
                                root,
                                "SELECT count(DISTINCT new_state ->> 'row_version') FROM audit.outbox"
                                        + " WHERE entity_type = 'LOCATION' AND action = 'UPDATE'"
                                        + " AND new_state ->> 'name' = 'Place " + w + "'"))
                        .as("one ledger line for each change")
                        .isEqualTo(version);
            }
        }
    }

    @Test
    void aFullDiskRefusesAndFreedSpaceIsEnough() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        Assumptions.assumeTrue(
                mounted("mount", "-t", "tmpfs", "-o", "size=800m,mode=700", "tmpfs", disk.toString()),
                "needs the right to mount a small file system");
        try {
            Path data = disk.resolve("data");
            int acknowledged = 0;
            String refusal = "";
            try (EmbeddedStores stores = EmbeddedFixture.start(data)) {
                execute(stores.superuser(), "CREATE TABLE kept (id integer, text text)");
                leave(disk, 24L << 20);
                try (Connection connection = connect(stores.superuser());
                        PreparedStatement insert = connection.prepareStatement(
                                "INSERT INTO kept SELECT ?, string_agg(md5(random()::text), '')"
                                        + " FROM generate_series(1, 8000)")) {
                    while (refusal.isEmpty()) {
                        insert.setInt(1, acknowledged);
                        try {
                            insert.execute();
                            acknowledged++;
                        } catch (SQLException full) {
                            refusal = String.valueOf(full.getSQLState());
                        }
                    }
                }
                leave(disk, 0);
            }
            assertThatThrownBy(() -> EmbeddedFixture.start(data))
                    .isInstanceOfSatisfying(EmbeddedStoreException.class, e -> assertThat(e.reason())
                            .isEqualTo(EmbeddedStoreException.Reason.DISK_FULL))
                    .hasMessageContaining(new DataDirectory(data).ballast().toString());
            Files.delete(new DataDirectory(data).ballast());
            assertThat(refusal).as("said, not swallowed").isIn("53100", "08006", "08003", "57P02", "58030");
            try (EmbeddedStores stores = EmbeddedFixture.start(data)) {
                assertThat(number(stores.superuser(), "SELECT count(*) FROM kept"))
                        .isEqualTo(acknowledged);
                assertThat(number(stores.superuser(), "SELECT count(DISTINCT id) FROM kept"))
                        .isEqualTo(acknowledged);
            }
        } finally {
            mounted("umount", "-l", disk.toString());
        }
    }

    @Test
    void anAlteredPageIsFoundAndNotServed() throws Exception {
        Path data = temp.resolve("data");
        Path file;
        try (EmbeddedStores stores = EmbeddedFixture.start(data)) {
            execute(
                    stores.superuser(),
                    "CREATE TABLE kept AS SELECT i, 'true words ' || i AS text"
                            + " FROM generate_series(1, 1000) AS i");
            file = new DataDirectory(data)
                    .postgres()
                    .resolve(text(stores.superuser(), "SELECT pg_relation_filepath('kept')"));
        }
        byte[] page = Files.readAllBytes(file);
        byte[] altered = new String(page, StandardCharsets.ISO_8859_1)
                .replaceFirst("true words 1", "false word 1")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(altered).hasSameSizeAs(page).isNotEqualTo(page);
        Files.write(file, altered);
        try (EmbeddedStores stores = EmbeddedFixture.start(data)) {
            assertThatThrownBy(() -> text(stores.superuser(), "SELECT text FROM kept WHERE i = 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("XX001"))
                    .hasMessageContaining(file.getFileName().toString());
        }
        assertThat(Files.readAllBytes(file)).as("left as it was found").isEqualTo(altered);
    }

    private static EmbeddedStores startWithSchema(Path data) {
        return EmbeddedStores.start(
                new EmbeddedStores.Options(data, EmbeddedFixture.CACHE, LOGINS, StartupProgress.silent()),
                logins -> {
                    DataSource superuser = source(logins.superuser());
                    SchemaMigrator.bootstrap(
                            superuser,
                            new RolePasswords(
                                    logins.login("prosync_migrator").password(),
                                    logins.login("prosync_relay").password(),
                                    logins.login("prosync_throttle").password(),
                                    logins.login("prosync_site").password()));
                    assertThat(SchemaMigrator.migrate(source(logins.login("prosync_migrator"))))
                            .isInstanceOf(MigrationOutcome.Ready.class);
                    new WorkstationAdmin(superuser)
                            .add("local", logins.login("ws_local").password());
                },
                (login, keys) -> new EmbeddedFixture.NoDocuments());
    }

    private static void signSomebodyIn(EmbeddedLogin root) throws SQLException {
        execute(root, """
            INSERT INTO app.users (user_id, username, email, password, role_id)
            SELECT gen_random_uuid(), 'writer', 'writer@plant', 'no hash', role_id FROM app.roles WHERE name = 'Manager';
            INSERT INTO auth.session (token_hash, user_id, role_id, perms, own_only, must_change, db_role, expires_at)
            SELECT sha256('%s'), user_id, role_id, auth.role_perms(role_id), '{}', false, 'ws_local',
                   clock_timestamp() + interval '1 hour'
            FROM app.users WHERE username = 'writer';
            INSERT INTO app.locations (name) SELECT 'Place ' || i FROM generate_series(1, %d) AS i\
            """.formatted(TOKEN, WRITERS));
    }

    /** Changes one place again and again until the connection breaks; answers how many changes were acknowledged. */
    private static int write(EmbeddedLogin login, int place, AtomicInteger total) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("options", "-c prosync.token=" + TOKEN);
        int changes = 0;
        try (Connection connection = DriverManager.getConnection(login.jdbcUrl(), properties);
                PreparedStatement update = connection.prepareStatement("UPDATE app.locations SET description = ?,"
                        + " row_version = row_version + 1 WHERE name = 'Place " + place + "'")) {
            while (true) {
                update.setString(1, "change " + changes);
                update.executeUpdate();
                changes++;
                total.incrementAndGet();
            }
        } catch (SQLException broken) {
            return changes;
        }
    }

    /** Every process of the server at once, without a word. */
    private static void kill(Path data) throws Exception {
        String pid = Files.readAllLines(new DataDirectory(data).postgres().resolve("postmaster.pid"))
                .getFirst();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(server);
        all.forEach(ProcessHandle::destroyForcibly);
        EmbeddedFixture.until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Fills a disk up to what is to be left of it. */
    private static void leave(Path disk, long bytes) throws Exception {
        long room = Files.getFileStore(disk).getUsableSpace() - bytes;
        byte[] chunk = new byte[1 << 20];
        try (OutputStream out =
                Files.newOutputStream(disk.resolve("filler"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (room > 0) {
                out.write(chunk, 0, (int) Math.min(room, chunk.length));
                room -= chunk.length;
            }
        }
    }

    private static boolean mounted(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static DataSource source(EmbeddedLogin login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(login.jdbcUrl());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static void execute(EmbeddedLogin login, String sql) throws SQLException {
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedLogin login, String query) throws SQLException {
        return Integer.parseInt(text(login, query));
    }

    private static String text(EmbeddedLogin login, String query) throws SQLException {
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
