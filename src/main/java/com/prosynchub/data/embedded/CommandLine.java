package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a database command to its end. Blocks the calling thread; never called on the FX thread. */
final class CommandLine {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private CommandLine() {}

    /** What a command said and how it ended. */
    record Result(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    /**
     * Runs the command in the folder. Its output goes through a file and not through a pipe: a server that the command
     * leaves behind inherits the pipe and would keep us waiting for its end.
     */
    static Result run(List<String> command, Path folder) throws IOException {
        Path output = Files.createTempFile("prosynchub", ".out");
        try {
            List<String> words = new ArrayList<>(HostSystem.commandPrefix());
            words.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.directory(folder.toFile());
            builder.redirectErrorStream(true);
            builder.redirectOutput(output.toFile());
            builder.redirectInput(ProcessBuilder.Redirect.from(emptyInput().toFile()));
            builder.environment().put("LC_ALL", "C");
            // A person's own settings for database tools must not reach this server.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedStoreException(
                        Reason.FAILED, "The database command " + command.getFirst() + " did not end in time.");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStoreException(Reason.FAILED, "The start was interrupted.", stopped);
        } finally {
            deleteQuietly(output);
        }
    }

    private static Path emptyInput() {
        return Path.of(HostSystem.isWindows() ? "NUL" : "/dev/null");
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillOpen) {
            // Windows keeps the file while the server it started has it open; the system's temp cleaning takes it.
            file.toFile().deleteOnExit();
        }
    }
}
