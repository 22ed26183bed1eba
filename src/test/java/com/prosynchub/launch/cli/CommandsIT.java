package com.prosynchub.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.UserFolders;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.StoreAccess;
import com.prosynchub.launch.wiring.StoreSettings;
import com.prosynchub.launch.wiring.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The commands on stores that run in this process: they join, as they would join an open window. */
class CommandsIT {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path temp;

    private static Path data;
    private static Threads threads;
    private static BootWiring boot;

    @BeforeAll
    static void openAsTheWindowDoes() {
        data = temp.resolve("data");
        threads = new Threads();
        AppConfig config = AppConfig.read(
                new AppConfig.Given(Optional.of(data), Optional.empty()), Map.of(), UserFolders.ofThisPerson());
        boot = BootWiring.start(
                config, false, new StoreSettings("test", () -> false), threads, StartupProgress.silent());
    }

    @AfterAll
    static void close() {
        boot.close();
        threads.close();
    }

    @Test
    void theDoctorFindsNothingWrong() {
        Spoken spoken = Spoken.by("doctor", "--data-dir", data.toString());
        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.out())
                .contains("PostgreSQL 18")
                .contains("app.permissions")
                .contains("documents.assetMetricsHistory")
                .contains("Nothing is wrong.");
        assertThat(spoken.exit()).isZero();
        assertThat(Spoken.by("doctor", "--json", "--data-dir", data.toString()).out())
                .startsWith("{\"well\":true,\"stores\":[{\"store\":\"relational\",\"reachable\":true,");
    }

    @Test
    void theDemoKeepsOffADirectoryThatHoldsData() {
        Spoken spoken = Spoken.by("demo", "--data-dir", data.toString());
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("already holds data");
    }

    @Test
    void theServiceLeavesTheSiteToWhoeverRunsTheStores() {
        Spoken spoken = Spoken.by("service", "--data-dir", data.toString());
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("Another process runs the embedded stores");
    }

    @Test
    void aWorkstationIsAddedListedAndRemoved() throws Exception {
        Path owner = ownerFile();
        Path out = temp.resolve("mill.properties");
        String[] add = {
            "workstation",
            "add",
            "mill",
            "--out",
            out.toString(),
            "--mongodb-uri",
            "mongodb://127.0.0.1:2",
            "--config",
            owner.toString()
        };
        Spoken added = Spoken.by(add);
        assertThat(added.err()).isEmpty();
        assertThat(added.out()).contains("signs in as ws_mill");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(Spoken.by(add).err()).contains("exists already");

        Properties file = new Properties();
        try (var reader = Files.newBufferedReader(out)) {
            file.load(reader);
        }
        try (Connection connection = DriverManager.getConnection(
                file.getProperty("jdbc.url"), file.getProperty("jdbc.user"), file.getProperty("jdbc.password"))) {
            assertThat(connection.isValid(2)).isTrue();
        }
        assertThat(Spoken.by("workstation", "list", "--config", owner.toString())
                        .out())
                .contains("mill")
                .contains("nobody signed in yet");
        // The file that was written is a configuration of its own, and it may not manage workstations.
        assertThat(Spoken.by("workstation", "list", "--config", out.toString()).err())
                .contains("owner.user");
        assertThat(Spoken.by("workstation", "remove", "mill", "--config", owner.toString())
                        .exit())
                .isZero();
        assertThat(Spoken.by("workstation", "remove", "mill", "--config", owner.toString())
                        .err())
                .contains("There is no workstation mill");
        assertThat(Spoken.by(
                                "workstation",
                                "add",
                                "Mill!",
                                "--mongodb-uri",
                                "mongodb://127.0.0.1:2",
                                "--config",
                                owner.toString())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void measurementsGoInAndOutAsThePersonWhoSignsIn() throws Exception {
        Map<String, String> planner = Map.of("PROSYNCHUB_USER", "planner", "PROSYNCHUB_PASSWORD", PASSWORD);
        account("planner", "Manager");
        account("reader", "Viewer");
        Path mapping = Files.writeString(temp.resolve("mill.mapping"), """
            asset.name={asset}
            create.assets=yes
            asset.type=Mill
            create.types=yes
            create.metrics=yes
            time.column=time
            metric.load.column=load
            metric.load.unit=kW
            """);
        StringBuilder rows = new StringBuilder("asset,time,load\n");
        for (int i = 0; i < 300; i++) {
            rows.append("Mill ")
                    .append(i % 3)
                    .append(",2026-01-01T0")
                    .append(i / 60)
                    .append(":%02d".formatted(i % 60));
            rows.append(":00Z,").append(40 + i / 8.0).append('\n');
        }
        Path file = Files.writeString(temp.resolve("mill.csv"), rows);
        String[] load = {
            "metrics", "import", file.toString(), "--mapping", mapping.toString(), "--data-dir", data.toString()
        };

        assertThat(Spoken.by(load).err()).contains("set PROSYNCHUB_USER and PROSYNCHUB_PASSWORD");
        assertThat(Spoken.with(Map.of("PROSYNCHUB_USER", "planner", "PROSYNCHUB_PASSWORD", "not this one"), load)
                        .err())
                .contains("User name or password is wrong.");
        Spoken denied = Spoken.with(Map.of("PROSYNCHUB_USER", "reader", "PROSYNCHUB_PASSWORD", PASSWORD), load);
        assertThat(denied.exit()).isEqualTo(1);
        assertThat(denied.err()).contains("import");

        Spoken loaded = Spoken.with(planner, load);
        assertThat(loaded.out()).contains("300 samples stored, 0 were there before; 3 assets and 3 metrics created.");
        assertThat(loaded.exit()).isZero();
        Files.writeString(file, rows.append("Mill 0,2026-01-01T06:00:00Z,1.5\n"));
        assertThat(Spoken.with(planner, load).out())
                .as("loaded again, it stores what is new")
                .contains("1 samples stored")
                .contains("0 assets and 0 metrics created");

        Path out = temp.resolve("out.csv");
        Spoken written = Spoken.with(
                planner,
                "metrics",
                "export",
                out.toString(),
                "--mapping",
                mapping.toString(),
                "--data-dir",
                data.toString());
        assertThat(written.err()).doesNotContain("Exception");
        assertThat(written.exit()).isZero();
        assertThat(values(out)).isEqualTo(values(file));
    }

    /** Asset, time and value of each row, however the numbers and times are written. */
    private static Set<String> values(Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            found.add(cells[0] + " " + Instant.parse(cells[1]) + " " + Double.parseDouble(cells[2]));
        }
        return found;
    }

    private static void account(String name, String role) throws SQLException {
        try (Connection connection =
                        boot.stores().access().superuser().orElseThrow().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO app.users (user_id, username, email, password, role_id)"
                    + " SELECT gen_random_uuid(), '" + name + "', '" + name + "@plant', auth.hash_password('" + PASSWORD
                    + "'), role_id FROM app.roles WHERE name = '" + role + "'");
        }
    }

    private static Path ownerFile() throws Exception {
        StoreAccess access = boot.stores().access();
        PGSimpleDataSource superuser = access.superuser().orElseThrow().unwrap(PGSimpleDataSource.class);
        return Files.writeString(
                temp.resolve("owner.properties"),
                "jdbc.url=" + access.workstation().jdbcUrl() + "\njdbc.user="
                        + access.workstation().user() + "\njdbc.password="
                        + access.workstation().password() + "\nmongodb.uri=mongodb://127.0.0.1:1\nowner.user="
                        + superuser.getUser() + "\nowner.password=" + superuser.getPassword() + "\n");
    }
}
