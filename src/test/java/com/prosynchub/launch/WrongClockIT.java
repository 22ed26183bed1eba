package com.prosynchub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.TestPostgres;
import com.prosynchub.fixture.TestSite;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client whose clock is hours off works as any other: its "now" is the server's, and stamps, expiry and the ledger's
 * order are the server's own. The client is a process whose {@code java.time.Clock} is made to read a wrong time.
 */
class WrongClockIT {
    private static final Duration OFF = Duration.ofHours(30);
    private static final TestSite SITE = TestSite.shared();

    @TempDir
    private Path folder;

    @Test
    void aClientsClockDecidesNothing() throws Exception {
        Instant before = clock();
        Properties said = client(OFF, SITE.person("Manager"));
        Instant after = clock();

        assertThat(time(said, "own"))
                .as("the client's clock is wrong indeed")
                .isBetween(before.plus(OFF), after.plus(OFF));
        assertThat(time(said, "atSignIn")).isBetween(before, after);
        assertThat(time(said, "followed")).isBetween(before, after);
        assertThat(time(said, "comment")).isBetween(before, after);
        assertThat(said).containsEntry("measured", "1").containsEntry("age", "0 s");
        String asset = said.getProperty("asset");
        assertThat(stamp("created_at at time zone 'UTC' from app.assets where asset_id = '" + asset + "'"))
                .isBetween(before, after);
        assertThat(stamp("at from audit.outbox where entity_key = '" + asset + "'"))
                .isBetween(before, after);
        assertThat(Duration.between(before.plus(Duration.ofHours(12)), time(said, "expires")))
                .isBetween(Duration.ZERO, Duration.between(before, after));
    }

    private static Instant time(Properties said, String what) {
        return Instant.parse(said.getProperty(what));
    }

    private static Instant clock() {
        return stamp("clock_timestamp()");
    }

    private static Instant stamp(String expression) {
        int from = expression.indexOf(" from ");
        String value = from < 0 ? expression : expression.substring(0, from);
        String rest = from < 0 ? "" : expression.substring(from);
        return Instant.EPOCH.plusNanos(1000
                * Long.parseLong(SITE.single("select (extract(epoch from " + value + ") * 1000000)::bigint" + rest)));
    }

    private Properties client(Duration off, String person) throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--patch-module",
                        "java.base=" + patched(off),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WrongClockClient.class.getName(),
                        TestPostgres.jdbcUrl(SITE.database()),
                        person)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(() -> read(log)).isZero();
        Properties said = new Properties();
        try (var in = Files.newBufferedReader(log)) {
            said.load(in);
        }
        return said;
    }

    /** A folder with a {@code java.time.Clock} that adds {@code off} wherever it asks the machine for the time. */
    private Path patched(Duration off) throws IOException {
        Path clock = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/time/Clock.class");
        CodeTransform later = (code, element) -> {
            code.with(element);
            if (element instanceof InvokeInstruction call && call.name().equalsString("getNanoTimeAdjustment")) {
                code.loadConstant(off.toNanos()).ladd();
            }
        };
        ClassFile classes = ClassFile.of();
        byte[] wrong = classes.transformClass(
                classes.parse(Files.readAllBytes(clock)), ClassTransform.transformingMethodBodies(later));
        Path target = folder.resolve("java.base/java/time/Clock.class");
        Files.createDirectories(target.getParent());
        Files.write(target, wrong);
        return folder.resolve("java.base");
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
