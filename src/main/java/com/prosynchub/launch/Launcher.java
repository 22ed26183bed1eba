package com.prosynchub.launch;

import com.prosynchub.launch.cli.CommandProgram;
import com.prosynchub.launch.config.AppConfig;

/** Entry point of every way to start the program: the window and the commands. Runs on the main thread. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        if (CommandProgram.verbose(args)) {
            System.setProperty("prosynchub.console", "DEBUG");
            System.setProperty("prosynchub.level", "DEBUG");
        }
        System.exit(CommandProgram.run(Launcher::openWindow, args));
    }

    private static int openWindow(AppConfig config, boolean demo) {
        return new DesktopApp(config, demo).run();
    }
}
