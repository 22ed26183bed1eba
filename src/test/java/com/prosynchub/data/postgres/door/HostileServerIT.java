package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.data.postgres.migration.SchemaMigrator;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.launch.cli.ServerSite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same attacks on a server that was set up by the commands alone, with the login and password of the connection file
 * that its workstation was given. One database for all of them; nothing is taken away from it.
 */
class HostileServerIT extends HostileAttacks {
    @TempDir
    static Path temp;

    private static @Nullable ServerSite site;
    private static @Nullable DoorPlant shared;

    HostileServerIT() {
        super(Objects.requireNonNull(shared));
    }

    @BeforeAll
    static void setUp() throws SQLException, IOException {
        ServerSite made = new ServerSite(temp);
        site = made;
        shared = new DoorPlant(made.database(), new DoorPlant.Server() {
            @Override
            public DataSource owner() {
                return made.owner();
            }

            @Override
            public Connection connect(String login, @Nullable String token) throws SQLException {
                Properties properties = new Properties();
                properties.setProperty("user", login);
                properties.setProperty(
                        "password", login.equals(made.login()) ? made.password() : MigratedPostgres.PASSWORD);
                properties.setProperty(
                        "options", "-c search_path=app" + (token == null ? "" : " -c prosync.token=" + token));
                return DriverManager.getConnection(made.url(), properties);
            }
        });
    }

    @AfterAll
    static void stop() throws IOException {
        Objects.requireNonNull(site).close();
    }

    /** The guards' better half: on this server, too, each of them refuses what it is there for. */
    @Test
    void everyGuardRefuses() throws SQLException {
        for (GuardsIT.Guard guard : GuardsIT.guards()) {
            if (guard.refused().equals("42501")
                    && !guard.role().contains(":")
                    && guard.name().startsWith("grants")) {
                attempt(guard.name(), guard.role(), guard.attack(), guard.refused());
            }
        }
        for (TableGuardsIT.Guard guard : TableGuardsIT.guards()) {
            if (guard.before().isEmpty()
                    && !guard.role().contains(":")
                    && !guard.attack().contains("%")) {
                attempt(guard.name(), guard.role(), guard.attack(), guard.refused());
            }
        }
    }

    private void attempt(String name, String role, String attack, String refused) throws SQLException {
        Person attacker = plant.person(role);
        plant.run("INSERT INTO app.asset_metrics (asset_id, metric_name) SELECT asset_id, 'temperature' FROM app.assets"
                + " ON CONFLICT DO NOTHING; INSERT INTO app.parts (name) VALUES ('Seal');"
                + "INSERT INTO app.work_orders (title, assigned_to_id) VALUES ('Look', '" + attacker.id()
                + "'); INSERT INTO app.work_order_checklist (work_order_id, task) SELECT work_order_id, 'Look'"
                + " FROM app.work_orders");
        try (Connection connection = plant.as(attacker)) {
            assertThat(DoorPlant.outcome(connection, attack)).as(name).isEqualTo(refused);
        }
    }

    @Test
    void theRulesOfTheSchemaHoldHereToo() throws SQLException {
        assertThat(SchemaMigrator.lint(plant.server.owner())).isEmpty();
    }
}
