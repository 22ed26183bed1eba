package com.prosynchub.launch.cli;

import java.util.concurrent.Callable;
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

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--demo", description = "Set up the demo plant if the data directory is empty, without asking.")
    private boolean demo;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    RootCommand(CommandProgram.Window window) {
        this.window = window;
    }

    /** The options that stand before or after any command. */
    CommonOptions common() {
        return common;
    }

    @Override
    public Integer call() {
        return window.open(common.config(), demo);
    }
}
