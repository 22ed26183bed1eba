package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, starts and stops the database of one data directory. The caller holds the directory's lock. */
final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration DYING_SERVER = Duration.ofSeconds(20);
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(5);
    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 60;

    private final PostgresBinaries binaries;
    private final DataDirectory directory;

    PostgresServer(PostgresBinaries binaries, DataDirectory directory) {
        this.binaries = binaries;
        this.directory = directory;
    }

    /** Creates the database files in an empty place; the superuser gets the password. */
    void initialise(Path postgres, String password) throws IOException {
        Path passwordFile = postgres.resolveSibling("password");
        OwnerOnly.write(passwordFile, password + "\n");
        try {
            CommandLine.Result result = CommandLine.run(
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + postgres,
                            "--username=" + EmbeddedCluster.SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale=C",
                            // The same order of text on every system, whatever its C library thinks.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions"),
                    directory.root());
            if (!result.ok()) {
                throw failure("create its files", result.output());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Starts the server on a free port and returns it. */
    int start() throws IOException {
        stopOrphan();
        Instant giveUp = Instant.now().plus(DYING_SERVER);
        while (true) {
            int port = freePort();
            ClusterSettings.write(directory, directory.postgres(), port);
            Path log = directory.logs().resolve("postgresql-start.log");
            Files.deleteIfExists(log);
            CommandLine.Result result = pgCtl("start", "-w", "-t", "" + START_SECONDS, "-l", log.toString());
            if (result.ok()) {
                OwnerOnly.close(log);
                return port;
            }
            String said = result.output() + (Files.exists(log) ? Files.readString(log) : "");
            if (!passing(said) || Instant.now().isAfter(giveUp)) {
                throw failure("start", said + ServerLog.tail(directory.logs()));
            }
            LOG.info("The database could not start yet, trying again: {}", said.strip());
            pause();
        }
    }

    /** Ends the server: open transactions are rolled back, everything committed is on disk. */
    void stop() throws IOException {
        if (!pgCtl("stop", "-m", "fast", "-w", "-t", "" + STOP_SECONDS).ok()
                && runningPid().isPresent()) {
            LOG.warn("The database did not stop in {} s; ending it at once, it will recover", STOP_SECONDS);
            pgCtl("stop", "-m", "immediate", "-w", "-t", "" + STOP_SECONDS);
        }
    }

    /** Returns the process of the server of this very directory, if one runs. */
    Optional<ProcessHandle> runningPid() throws IOException {
        Path file = directory.postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(0).strip());
            Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isPostgres(process) && worksHere(process, started));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    /** Ends a server that a killed client left behind; we hold the lock, so nobody needs it. */
    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = runningPid();
        if (orphan.isEmpty()) {
            // The number may belong to another program by now, and PostgreSQL would wait for that one for ever. A
            // server
            // of this directory that we failed to see still holds its shared memory, and the start is refused by that.
            if (Files.deleteIfExists(directory.postgres().resolve("postmaster.pid"))) {
                LOG.info("Removed what a server that no longer runs left behind in {}", directory.root());
            }
            return;
        }
        LOG.info(
                "A database process {} was left behind by a client that was killed; ending it",
                orphan.get().pid());
        stop();
        if (runningPid().isPresent()) {
            throw new EmbeddedStoreException(
                    Reason.HELD,
                    "A database process (" + orphan.get().pid() + ") left behind in " + directory.root()
                            + " does not end; end it and start again.");
        }
    }

    private CommandLine.Result pgCtl(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.program("pg_ctl").toString());
        command.add("-D");
        command.add(directory.postgres().toString());
        command.addAll(List.of(words));
        return CommandLine.run(command, directory.root());
    }

    private static boolean isPostgres(ProcessHandle process) {
        // A process number is used again after a while; only a program of this name can be the server.
        return process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString().toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
    }

    /** A server works inside its directory, which Linux shows; elsewhere the time of its start has to agree. */
    private boolean worksHere(ProcessHandle process, Instant started) {
        try {
            Path folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            return folder.equals(directory.postgres().toRealPath());
        } catch (IOException | UnsupportedOperationException notShown) {
            return process.info()
                    .startInstant()
                    .map(found -> Duration.between(found, started).abs().compareTo(CLOCK_SLACK) <= 0)
                    .orElse(true);
        }
    }

    /** Says whether the reason goes away by itself: the port was snatched, or a dying server still cleans up. */
    private static boolean passing(String said) {
        return said.contains("could not bind")
                || said.contains("pre-existing shared memory block")
                || said.contains("lock file \"postmaster.pid\" already exists");
    }

    private EmbeddedStoreException failure(String what, String said) {
        LOG.error("The embedded database could not {}: {}", what, said.strip());
        if (said.contains("No space left on device") || said.contains("not enough space on the disk")) {
            return new EmbeddedStoreException(
                    Reason.DISK_FULL,
                    "The disk with " + directory.root() + " is full. Delete the file " + directory.ballast()
                            + ", which is there for this case, start again, and then make more room.");
        }
        return new EmbeddedStoreException(
                Reason.FAILED,
                "The embedded database could not " + what + ": " + ServerLog.reason(said) + " The details are in "
                        + directory.logs() + ".");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(400));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStoreException(Reason.FAILED, "The start was interrupted.", stopped);
        }
    }
}
