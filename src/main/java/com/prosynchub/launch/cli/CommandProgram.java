package com.prosynchub.launch.cli;

import com.prosynchub.launch.config.AppConfig;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Reads the command line and runs what it says. Runs on the main thread. */
public final class CommandProgram {
    private CommandProgram() {}

    /** Opens the window and returns, once it is closed, the exit code. */
    @FunctionalInterface
    public interface Window {
        int open(AppConfig config, boolean demo);
    }

    /** Runs the words and returns the exit code: 0 well, 1 not, 2 words that were not understood. */
    public static int run(Window window, String... words) {
        return line(window, System.getenv(), null).execute(words);
    }

    /** @param out where answers go; null for standard output */
    static CommandLine line(Window window, Map<String, String> environment, @Nullable PrintWriter out) {
        RootCommand root = new RootCommand(window, environment);
        CommandLine line = new CommandLine(root);
        root.printTo(out == null ? line.getOut() : out, out == null ? line.getErr() : out);
        line.addSubcommand(new DoctorCommand(root));
        line.addSubcommand(new ServiceCommand(root));
        line.addSubcommand(new ServerCommand(root));
        line.addSubcommand(new WorkstationCommand(root));
        line.addSubcommand(new MetricsCommand(root));
        line.addSubcommand(new DemoCommand(root));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Logger log = LoggerFactory.getLogger(CommandProgram.class);
            if (Sentences.foreseen(failure)) {
                log.info("The command was refused: {}", failure.getMessage());
                log.debug("The trace of it", failure);
            } else {
                log.error("The command ended by an error that nobody foresaw", failure);
            }
            PrintWriter err = command.getErr();
            err.println(Sentences.of(failure));
            return ExitCode.SOFTWARE;
        });
        return line;
    }

    /** Whether the words ask for the log on the console; needed before anything is logged. */
    public static boolean verbose(String... words) {
        return Arrays.asList(words).contains("--verbose");
    }
}
