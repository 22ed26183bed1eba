package com.prosynchub.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.UserFolders;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.StoreAccess;
import com.prosynchub.launch.wiring.StoreSettings;
import com.prosynchub.launch.wiring.Threads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The commands on stores that run in this process: they join, as they would join an open window. */
class CommandsIT {
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
