package com.prosynchub.data.postgres.door;

import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A migrated database with people of any role already signed in. */
final class DoorPlant {
    static final String PASSWORD = "correct horse battery";

    final String database;
    final Server server;

    /** Where the database is, and how each login gets in. */
    interface Server {
        /** Connections of the superuser. */
        DataSource owner();

        Connection connect(String login, @Nullable String token) throws SQLException;
    }

    /** On the test server, a copy of its own. */
    DoorPlant() {
        this(MigratedPostgres.freshDatabase());
    }

    private DoorPlant(String database) {
        this(database, new Server() {
            @Override
            public DataSource owner() {
                return MigratedPostgres.source(database, TestPostgres.USER);
            }

            @Override
            public Connection connect(String login, @Nullable String token) throws SQLException {
                return MigratedPostgres.connect(database, login, token);
            }
        });
    }

    /** On any server. */
    DoorPlant(String database, Server server) {
        this.database = database;
        this.server = server;
    }

    /** Somebody with an account and a live session. */
    record Person(UUID id, String username, String token) {}

    /** Makes an account with a role and a session of the test workstation, without asking for a password. */
    Person person(String role) throws SQLException {
        return person(role, MigratedPostgres.WORKSTATION);
    }

    Person person(String role, String workstation) throws SQLException {
        UUID id = UUID.randomUUID();
        String name = role.toLowerCase(java.util.Locale.ROOT).replace(' ', '_') + "_"
                + id.toString().substring(0, 8);
        String token = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        run("""
            INSERT INTO app.users (user_id, username, email, password, first_name, last_name, role_id)
            SELECT '%1$s', '%2$s', '%2$s@plant', 'no hash', 'Some', 'Body', role_id FROM app.roles WHERE name = '%3$s';
            INSERT INTO auth.session (token_hash, user_id, role_id, perms, own_only, must_change, db_role, expires_at)
            SELECT sha256('%4$s'), '%1$s', role_id, auth.role_perms(role_id),
                   coalesce((SELECT array_agg(resource) FROM auth.role_scope x WHERE x.role_id = r.role_id), '{}'),
                   false, '%5$s', clock_timestamp() + interval '1 hour'
            FROM app.roles r WHERE name = '%3$s'\
            """.formatted(id, name, role, token, workstation));
        return new Person(id, name, token);
    }

    /** A role of its own with exactly these permissions. */
    void role(String name, String... permissions) throws SQLException {
        run("""
            INSERT INTO app.roles (name) VALUES ('%1$s');
            INSERT INTO app.role_permissions (role_id, permission_id)
            SELECT r.role_id, p.permission_id FROM app.roles r, app.permissions p
            WHERE r.name = '%1$s' AND p.name = ANY ('{%2$s}')\
            """.formatted(name, String.join(",", permissions)));
    }

    /** An account that signs in with {@link #PASSWORD}. */
    UUID account(String username, String role) throws SQLException {
        UUID id = UUID.randomUUID();
        run("INSERT INTO app.users (user_id, username, email, password, role_id) SELECT '" + id + "', '" + username
                + "', '"
                + username + "@plant', auth.hash_password('" + PASSWORD + "'), role_id FROM app.roles WHERE name = '"
                + role
                + "'");
        return id;
    }

    /** A connection of the workstation with the person's token. */
    Connection as(Person person) throws SQLException {
        return server.connect(MigratedPostgres.WORKSTATION, person.token());
    }

    Connection unbound() throws SQLException {
        return server.connect(MigratedPostgres.WORKSTATION, null);
    }

    /** A connection of a second workstation, which is made where it is not there. */
    Connection elsewhere(@Nullable String token) throws SQLException {
        new WorkstationAdmin(server.owner()).add(OtherWorkstation.NAME, MigratedPostgres.PASSWORD);
        return server.connect(OtherWorkstation.LOGIN, token);
    }

    /** Runs statements as the superuser. */
    void run(String sql) throws SQLException {
        try (Connection connection = server.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, asked as the superuser. */
    @Nullable
    String ask(String query) throws SQLException {
        try (Connection connection = server.owner().getConnection()) {
            return one(connection, query);
        }
    }

    List<String> column(String query) throws SQLException {
        try (Connection connection = server.owner().getConnection()) {
            return column(connection, query);
        }
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** An asset type, and an asset of it, made by nobody. */
    UUID asset() throws SQLException {
        UUID id = UUID.randomUUID();
        run("INSERT INTO app.asset_types (name) VALUES ('Pump') ON CONFLICT DO NOTHING;"
                + "INSERT INTO app.assets (asset_id, name, asset_type_id, purchase_cost) SELECT '" + id
                + "', 'Pump', asset_type_id, 1000 FROM app.asset_types WHERE name = 'Pump'");
        return id;
    }

    static @Nullable String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** The SQLSTATE with which a statement is refused, or {@code ok} and the rows it touched or returned. */
    static String outcome(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "ok " + Math.max(statement.getUpdateCount(), 0);
            }
            int rows = 0;
            try (ResultSet found = statement.getResultSet()) {
                while (found.next()) {
                    rows++;
                }
            }
            return "ok " + rows;
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        }
    }
}
