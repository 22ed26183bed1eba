package com.prosynchub.data.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the database's own words on why it does not run. Stateless. */
final class ServerLog {
    private static final int LINES = 12;
    private static final int LONGEST = 8_000_000;

    private ServerLog() {}

    /** Returns the last lines of the newest log file, or nothing. */
    static String tail(Path logs) {
        try (Stream<Path> files = Files.list(logs)) {
            Optional<Path> newest = files.filter(
                            f -> f.getFileName().toString().matches("postgresql-[A-Z][a-z]{2}\\.log"))
                    .max(Comparator.comparingLong(f -> f.toFile().lastModified()));
            if (newest.isEmpty() || Files.size(newest.get()) > LONGEST) {
                return "";
            }
            List<String> lines = Files.readString(newest.get(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Returns the first fatal line, without the technical prefix, as a sentence. */
    static String reason(String said) {
        return said.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .map(line ->
                        line.replaceFirst("^.*(FATAL|PANIC|error):\\s*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.endsWith(".") ? line : line + ".")
                .reduce((earlier, later) -> later)
                .orElse("it gave no reason.");
    }
}
