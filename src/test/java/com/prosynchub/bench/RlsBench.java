package com.prosynchub.bench;

import com.prosynchub.data.postgres.migration.MigrationOutcome;
import com.prosynchub.data.postgres.migration.RolePasswords;
import com.prosynchub.data.postgres.migration.SchemaMigrator;
import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the enforced door costs: a manager's workstation connection on the guarded tables against a bare copy of the same
 * rows with the same indexes, which has no policy, trigger or ledger. Both take turns, statement by statement, on one
 * connection: two server processes may sit on processors of different speed, which changed the ratio by a third.
 */
public final class RlsBench {
    private static final PrintStream OUT = System.out;
    private static final String PASSWORD = "a password for benchmarks";
    private static final int ORDERS = 50_000;
    private static final int ROUNDS = 4_001;
    private static final String TOKEN = "ab".repeat(32);

    private RlsBench() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = durable()) {
            prepare(postgres);
            try (Connection connection = connect(postgres)) {
                compare("list", connection, 31, "SELECT work_order_id, title, status, priority, due_date FROM %s");
                compare(
                        "page",
                        connection,
                        ROUNDS,
                        "SELECT work_order_id, title, status, priority, due_date FROM %s WHERE due_date >= DATE"
                                + " '2026-01-01' + ? %% 700 ORDER BY due_date, work_order_id LIMIT 100");
                compare(
                        "search",
                        connection,
                        ROUNDS,
                        "SELECT work_order_id, title FROM %s WHERE title ILIKE '%%' || (10000 + ? %% 40000) || '%%'"
                                + " LIMIT 200");
                compare(
                        "update",
                        connection,
                        ROUNDS,
                        "UPDATE %s SET description = 'round ' || ?, row_version = row_version + 1 WHERE work_order_id ="
                                + " '00000000-0000-4000-8000-000000000001'");
            }
        }
    }

    /** As the product runs it: what is committed is on disk. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static void prepare(EmbeddedPostgres postgres) throws SQLException {
        DataSource superuser = source(postgres, "postgres");
        SchemaMigrator.bootstrap(superuser, new RolePasswords(PASSWORD, PASSWORD, PASSWORD, PASSWORD));
        new WorkstationAdmin(superuser).add("bench", PASSWORD);
        MigrationOutcome outcome = SchemaMigrator.migrate(source(postgres, "prosync_migrator"));
        if (!(outcome instanceof MigrationOutcome.Ready)) {
            throw new IllegalStateException(outcome.sentence());
        }
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO app.users (user_id, username, email, password, role_id)
                SELECT '00000000-0000-4000-8000-000000000002', 'bench', 'bench@plant', 'no hash', role_id
                FROM app.roles WHERE name = 'Manager';
                INSERT INTO auth.session (token_hash, user_id, role_id, perms, own_only, must_change, db_role, expires_at)
                SELECT sha256('%s'), '00000000-0000-4000-8000-000000000002', role_id, auth.role_perms(role_id), '{}',
                       false, 'ws_bench', clock_timestamp() + interval '1 hour'
                FROM app.roles WHERE name = 'Manager';
                INSERT INTO app.work_orders (work_order_id, title, description, due_date)
                SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
                       'Replace bearing ' || (i * 7919 %% 100003), 'Order ' || i, DATE '2026-01-01' + i * 31 %% 730
                FROM generate_series(1, %d) AS i;
                CREATE SCHEMA bare;
                CREATE TABLE bare.work_orders (LIKE app.work_orders INCLUDING ALL);
                INSERT INTO bare.work_orders SELECT * FROM app.work_orders;
                GRANT USAGE ON SCHEMA bare TO ws_bench;
                GRANT SELECT, UPDATE ON bare.work_orders TO ws_bench;
                """.formatted(TOKEN, ORDERS));
            statement.execute("VACUUM ANALYZE app.work_orders");
            statement.execute("VACUUM ANALYZE bare.work_orders");
        }
    }

    private static DataSource source(EmbeddedPostgres postgres, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(postgres.getJdbcUrl("postgres", "postgres"));
        source.setUser(user);
        source.setPassword(PASSWORD);
        return source;
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "ws_bench");
        properties.setProperty("password", PASSWORD);
        properties.setProperty("options", "-c search_path=app,ext -c prosync.token=" + TOKEN);
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        return DriverManager.getConnection(url, properties);
    }

    /** Runs a statement {@code rounds} times on either table, after a tenth of them to warm up; who is first takes turns. */
    private static void compare(String name, Connection connection, int rounds, String sql) throws SQLException {
        String table = name.equals("search") ? "app.search_work_orders" : "app.work_orders";
        boolean seeded = sql.indexOf('?') >= 0;
        double[] with = new double[rounds];
        double[] without = new double[rounds];
        try (PreparedStatement guarded = connection.prepareStatement(sql.formatted(table));
                PreparedStatement bare = connection.prepareStatement(sql.formatted("bare.work_orders"))) {
            for (int round = -rounds / 10; round < rounds; round++) {
                int seed = Math.floorMod(round * 7919, 1_000_003);
                boolean bareFirst = (round & 1) == 1;
                long start = System.nanoTime();
                int rows = run(bareFirst ? bare : guarded, seed, seeded);
                long middle = System.nanoTime();
                int again = run(bareFirst ? guarded : bare, seed, seeded);
                long end = System.nanoTime();
                if (rows != again) {
                    throw new IllegalStateException(name + ": " + rows + " rows, then " + again);
                }
                if (round >= 0) {
                    with[round] = (bareFirst ? end - middle : middle - start) / 1e6;
                    without[round] = (bareFirst ? middle - start : end - middle) / 1e6;
                }
            }
        }
        Arrays.sort(with);
        Arrays.sort(without);
        double guardedMedian = with[rounds / 2];
        double bareMedian = without[rounds / 2];
        say("%s: %.3f ms with, %.3f ms without", name, guardedMedian, bareMedian);
        say("BENCH %s_ratio=%.2f", name, guardedMedian / bareMedian);
    }

    private static int run(PreparedStatement statement, int seed, boolean seeded) throws SQLException {
        if (seeded) {
            statement.setInt(1, seed);
        }
        if (!statement.execute()) {
            return statement.getUpdateCount();
        }
        int rows = 0;
        try (ResultSet found = statement.getResultSet()) {
            while (found.next()) {
                found.getString(1);
                rows++;
            }
        }
        return rows;
    }

    private static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
