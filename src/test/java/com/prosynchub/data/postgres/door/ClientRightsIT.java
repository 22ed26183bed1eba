package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Lines;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each login may do with every schema, table, view, sequence, column and function of ours, against the table in
 * {@code access/logins.txt}: whatever is added without a line there, or granted beyond its line, is found.
 */
class ClientRightsIT {
    private static final DoorPlant PLANT = new DoorPlant();

    /** Everything there is and what the workstation may do with it, then what the other logins may do with any of it. */
    private static final String LIVE = """
        WITH logins (login) AS (VALUES ('ws_test'), ('prosync_site'), ('prosync_relay'), ('prosync_throttle')),
        ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('app', 'auth', 'audit', 'migration', 'ext')),
        things (kind, thing, login, rights) AS (
            SELECT 'schema', nspname::text, login, concat_ws(' ',
                CASE WHEN has_schema_privilege(login, oid, 'USAGE') THEN 'use' END,
                CASE WHEN has_schema_privilege(login, oid, 'CREATE') THEN 'create' END)
            FROM ours, logins
            UNION ALL
            SELECT CASE relkind WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence' WHEN 'm' THEN 'view' ELSE 'table' END,
                nspname || '.' || relname, login, CASE WHEN relkind = 'S' THEN concat_ws(' ',
                    CASE WHEN has_sequence_privilege(login, c.oid, 'USAGE') THEN 'use' END,
                    CASE WHEN has_sequence_privilege(login, c.oid, 'SELECT') THEN 'read' END,
                    CASE WHEN has_sequence_privilege(login, c.oid, 'UPDATE') THEN 'set' END)
                ELSE concat_ws(' ',
                    CASE WHEN has_table_privilege(login, c.oid, 'SELECT') THEN 'read' END,
                    CASE WHEN has_table_privilege(login, c.oid, 'INSERT') THEN 'insert' END,
                    CASE WHEN has_table_privilege(login, c.oid, 'UPDATE') THEN 'update' END,
                    CASE WHEN has_table_privilege(login, c.oid, 'DELETE') THEN 'delete' END,
                    CASE WHEN has_table_privilege(login, c.oid, 'TRUNCATE') THEN 'truncate' END,
                    CASE WHEN has_table_privilege(login, c.oid, 'REFERENCES') THEN 'refer' END,
                    CASE WHEN has_table_privilege(login, c.oid, 'TRIGGER') THEN 'trigger' END) END
            FROM pg_class c JOIN ours o ON o.oid = c.relnamespace, logins WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            UNION ALL
            SELECT 'column', nspname || '.' || relname || '.' || attname, login, concat_ws(' ',
                CASE WHEN has_column_privilege(login, c.oid, attnum, 'SELECT') THEN 'read' END,
                CASE WHEN has_column_privilege(login, c.oid, attnum, 'INSERT') THEN 'insert' END,
                CASE WHEN has_column_privilege(login, c.oid, attnum, 'UPDATE') THEN 'update' END,
                CASE WHEN has_column_privilege(login, c.oid, attnum, 'REFERENCES') THEN 'refer' END)
            FROM pg_class c JOIN ours o ON o.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped, logins
            WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
            UNION ALL
            SELECT 'function', p.oid::regprocedure::text, login,
                CASE WHEN has_function_privilege(login, p.oid, 'EXECUTE') THEN 'call' ELSE '' END
            FROM pg_proc p JOIN ours o ON o.oid = p.pronamespace AND nspname <> 'ext', logins
        )
        SELECT concat_ws(' | ', kind, thing, coalesce(nullif(rights, ''), '-'),
                         CASE WHEN login <> 'ws_test' THEN login END)
        FROM things WHERE login = 'ws_test' OR rights <> ''
        ORDER BY login = 'ws_test' DESC, login,
                 array_position(ARRAY['schema', 'table', 'view', 'column', 'sequence', 'function'], kind), thing\
        """;

    @Test
    void everyThingHasItsLineAndNoRightBeyondIt() throws SQLException {
        List<String> told = Lines.of("/access/logins.txt");
        List<String> live = PLANT.column(LIVE);
        assertThat(live).hasSizeGreaterThan(400);
        assertThat(beyond(live, told))
                .as("a new table, column, function or right needs a line in access/logins.txt, these")
                .isEmpty();
        assertThat(beyond(told, live))
                .as("these lines of access/logins.txt are about nothing any more")
                .isEmpty();
    }

    private static String beyond(List<String> some, List<String> others) {
        return some.stream().filter(line -> !others.contains(line)).collect(Collectors.joining("\n"));
    }

    /** The comparison above would see each of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "CREATE TABLE app.forgotten (id integer)~table | app.forgotten | -",
                "CREATE VIEW app.glance AS SELECT name FROM app.assets~view | app.glance | -",
                "ALTER TABLE app.assets ADD COLUMN colour text~column | app.assets.colour | -",
                "CREATE FUNCTION auth.door() RETURNS int LANGUAGE sql AS 'SELECT 1'~function | auth.door() | call",
                "GRANT SELECT (password) ON app.users TO prosync_client~column | app.users.password | read",
                "GRANT EXECUTE ON FUNCTION auth.live() TO prosync_client~function | auth.live() | call",
                "GRANT DELETE ON audit.outbox TO prosync_relay~table | audit.outbox | read delete | prosync_relay",
                "GRANT USAGE ON SCHEMA ext TO prosync_throttle~schema | ext | use | prosync_throttle"
            })
    void aPlantedThingOrRightIsFound(String fault, String line) throws SQLException {
        List<String> told = Lines.of("/access/logins.txt");
        try (Connection connection = TestPostgres.connect(PLANT.database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(fault);
            List<String> live = DoorPlant.column(connection, LIVE);
            connection.rollback();
            assertThat(live).anyMatch(found -> found.startsWith(line));
            assertThat(live).isNotEqualTo(told).anyMatch(found -> !told.contains(found) && found.startsWith(line));
        }
    }
}
