package com.prosynchub.data.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a data directory, and where its stores listen. Written by the process that holds the lock, read by those
 * that come second. Immutable.
 *
 * @param pid process id of the holder
 * @param user its account on the computer
 * @param host the computer's name
 * @param since when it took the lock
 * @param postgresPort loopback port of the database, 0 while it is still starting
 * @param documentPort loopback port of the document server, 0 while it is still starting
 */
record Holder(long pid, String user, String host, Instant since, int postgresPort, int documentPort) {

    static Holder me() {
        return new Holder(
                ProcessHandle.current().pid(),
                System.getProperty("user.name", "?"),
                HostSystem.hostName(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                0,
                0);
    }

    Holder listeningOn(int postgres, int documents) {
        return new Holder(pid, user, host, since, postgres, documents);
    }

    boolean ready() {
        return postgresPort > 0 && documentPort > 0;
    }

    boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Returns the words that say who holds the directory. */
    String words() {
        return "process " + pid + " of user " + user + " on " + host + ", since " + since;
    }

    void write(Path file) throws IOException {
        String text = "pid=" + pid + "\nuser=" + escaped(user) + "\nhost=" + escaped(host) + "\nsince=" + since
                + "\npostgres.port=" + postgresPort + "\ndocument.port=" + documentPort + "\n";
        OwnerOnly.write(file, text);
    }

    /** Reads the file; null where there is none, or none that can be understood. */
    static @Nullable Holder read(Path file) throws IOException {
        Properties p = new Properties();
        try {
            p.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            return new Holder(
                    Long.parseLong(p.getProperty("pid", "")),
                    p.getProperty("user", "?"),
                    p.getProperty("host", "?"),
                    Instant.parse(p.getProperty("since", "")),
                    Integer.parseInt(p.getProperty("postgres.port", "0")),
                    Integer.parseInt(p.getProperty("document.port", "0")));
        } catch (NoSuchFileException none) {
            return null;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", " ");
    }
}
