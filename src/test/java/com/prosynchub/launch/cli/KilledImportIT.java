package com.prosynchub.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.launch.Launcher;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.UserFolders;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.StoreSettings;
import com.prosynchub.launch.wiring.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed as a process goes on when it is run again: every sample is there, and once. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is ended there, not killed")
class KilledImportIT {
    private static final int ROWS = 60_000;
    private static final int ASSETS = 3;
    private static final Map<String, String> PLANNER =
            Map.of("PROSYNCHUB_USER", "planner", "PROSYNCHUB_PASSWORD", "correct horse battery");

    @TempDir
    Path temp;

    @Test
    void killedInTheMiddleAndRunAgainItFindsEverySampleOnce() throws Exception {
        Path data = temp.resolve("data");
        opened(data, KilledImportIT::account);
        List<String> rows = rows();
        Path file = Files.write(temp.resolve("mill.csv"), rows);
        Path mapping = Files.writeString(temp.resolve("mill.mapping"), """
            asset.name={asset}
            create.assets=yes
            asset.type=Mill
            create.types=yes
            create.metrics=yes
            time.column=time
            metric.load.column=load
            """);
        String[] load = {
            "metrics", "import", file.toString(), "--mapping", mapping.toString(), "--data-dir", data.toString()
        };

        killInTheMiddle(data, load);

        opened(data, boot -> {
            Spoken again = Spoken.with(PLANNER, load);
            assertThat(again.exit()).as(again.err()).isZero();
            Matcher stored = Pattern.compile("([0-9,]+) samples stored").matcher(again.out());
            assertThat(stored.find()).as(again.out()).isTrue();
            assertThat(Integer.parseInt(stored.group(1).replace(",", "")))
                    .as("the killed run left some and had stored some")
                    .isBetween(1, ROWS - 1_000);

            Path out = temp.resolve("out.csv");
            Spoken written = Spoken.with(
                    PLANNER,
                    "metrics",
                    "export",
                    out.toString(),
                    "--mapping",
                    mapping.toString(),
                    "--data-dir",
                    data.toString());
            assertThat(written.exit()).as(written.err()).isZero();
            assertThat(values(Files.readAllLines(out))).isEqualTo(values(rows));
        });
    }

    /** Starts the command as a process and kills it, without warning, once it has stored something. */
    private void killInTheMiddle(Path data, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile());
        builder.environment().putAll(PLANNER);
        Process process = builder.start();
        try {
            Instant end = Instant.now().plus(Duration.ofMinutes(2));
            while (!hasCheckpoint(data.resolve("imports"))) {
                assertThat(process.isAlive())
                        .as(() -> "ended too early: " + log())
                        .isTrue();
                assertThat(Instant.now()).as(() -> log()).isBefore(end);
                LockSupport.parkNanos(2_000_000);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).as("killed, not ended: %s", log()).isEqualTo(128 + 9);
        assertThat(hasCheckpoint(data.resolve("imports"))).isTrue();
    }

    private String log() {
        try {
            return Files.readString(temp.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean hasCheckpoint(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        }
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>(List.of("asset,time,load"));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < ROWS; i++) {
            rows.add("Mill " + i % ASSETS + "," + start.plusSeconds(60L * (i / ASSETS)) + "," + (40 + i % 800 / 8.0));
        }
        return rows;
    }

    /** Asset, time and value of each row in order, each as often as it is there, however they are written. */
    private static List<String> values(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> cells[0] + " " + Instant.parse(cells[1]) + " " + Double.parseDouble(cells[2]))
                .sorted()
                .toList();
    }

    @FunctionalInterface
    private interface Work {
        void run(BootWiring boot) throws Exception;
    }

    /** Does the work while the stores run in this process, as the window runs them. */
    private static void opened(Path data, Work work) throws Exception {
        AppConfig config = AppConfig.read(
                new AppConfig.Given(Optional.of(data), Optional.empty()), Map.of(), UserFolders.ofThisPerson());
        try (Threads threads = new Threads();
                BootWiring boot = BootWiring.start(
                        config, false, new StoreSettings("test", () -> false), threads, StartupProgress.silent())) {
            work.run(boot);
        }
    }

    private static void account(BootWiring boot) throws SQLException {
        try (Connection connection =
                        boot.stores().access().superuser().orElseThrow().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO app.users (user_id, username, email, password, role_id) SELECT"
                    + " gen_random_uuid(), 'planner', 'planner@plant', auth.hash_password('correct horse battery'),"
                    + " role_id FROM app.roles WHERE name = 'Manager'");
        }
    }
}
