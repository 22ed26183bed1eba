package com.prosynchub.data.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Starts embedded stores without schema and document server, in this process or in another. */
final class EmbeddedFixture {
    static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();
    static final List<String> LOGINS = List.of("prosync_migrator", "ws_local");

    private EmbeddedFixture() {}

    static EmbeddedStores start(Path directory) {
        return start(directory, StartupProgress.silent());
    }

    static EmbeddedStores start(Path directory, StartupProgress progress) {
        return EmbeddedStores.start(
                new EmbeddedStores.Options(directory, CACHE, LOGINS, progress),
                logins -> {},
                (login, keys) -> new NoDocuments());
    }

    static Connection connect(EmbeddedLogin login) throws SQLException {
        return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
    }

    /** Starts the stores in a JVM of their own and waits until they are ready. */
    static Process startElsewhere(Path directory) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HoldingProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/holding-process.log"))
                .start();
        until(() -> {
            Holder holder = Holder.read(new DataDirectory(directory).runtime());
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(Path.of("target/holding-process.log")));
            }
            return holder != null && holder.ready() && holder.pid() == process.pid();
        });
        return process;
    }

    static void until(Callable<Boolean> condition) throws Exception {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("It did not happen within a minute");
            }
            Thread.onSpinWait();
        }
    }

    /** Path, rights and checksum of every file below. */
    static SortedMap<String, String> fingerprint(Path directory) throws IOException, NoSuchAlgorithmException {
        SortedMap<String, String> found = new TreeMap<>();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                String content = Files.isRegularFile(path)
                        ? HexFormat.of().formatHex(digest.digest(Files.readAllBytes(path)))
                        : "";
                found.put(directory.relativize(path).toString(), Files.getPosixFilePermissions(path) + " " + content);
            }
        }
        return found;
    }

    /** A document server that is none. */
    record NoDocuments() implements EmbeddedStores.DocumentSide {
        @Override
        public int port() {
            return 1;
        }

        @Override
        public void close() {}
    }
}
