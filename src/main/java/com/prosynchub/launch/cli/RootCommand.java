package com.prosynchub.launch.cli;

import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.StoreSettings;
import com.prosynchub.launch.wiring.Threads;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program itself: without a command it opens the window. */
@Command(
        name = "prosynchub",
        versionProvider = ProgramVersion.class,
        description = "Maintenance and operations of a plant, in one window.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = "Without a command the window opens. 'prosynchub COMMAND --help' explains a command.")
final class RootCommand implements Callable<Integer> {
    private final CommandProgram.Window window;
    private final Map<String, String> environment;
    private PrintWriter out = new PrintWriter(Writer.nullWriter());
    private PrintWriter err = out;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--demo", description = "Set up the demo plant if the data directory is empty, without asking.")
    private boolean demo;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    /** @param environment who signs in, where a command needs a person */
    RootCommand(CommandProgram.Window window, Map<String, String> environment) {
        this.window = window;
        this.environment = Map.copyOf(environment);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Where answers are printed; flushed at every line. */
    PrintWriter out() {
        return out;
    }

    /** Where progress is drawn. */
    PrintWriter err() {
        return err;
    }

    void printTo(PrintWriter answers, PrintWriter progress) {
        out = answers;
        err = progress;
    }

    /** The options that stand before or after any command. */
    CommonOptions common() {
        return common;
    }

    /** Starts the stores, or joins them, for one command and stops them after it, also when the process is told to end. */
    <T> T withStores(AppConfig config, Function<BootWiring, T> command) {
        return withStores(config, false, command);
    }

    <T> T withStores(AppConfig config, boolean asDemo, Function<BootWiring, T> command) {
        try (Threads threads = new Threads();
                BootWiring boot = BootWiring.start(
                        config,
                        asDemo,
                        new StoreSettings(ProgramVersion.text(), () -> false),
                        threads,
                        StartupProgress.silent())) {
            return command.apply(boot);
        }
    }

    @Override
    public Integer call() {
        return window.open(common.config(), demo);
    }
}
