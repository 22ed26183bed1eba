package com.prosynchub.launch;

import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.wiring.SiteClock;
import com.prosynchub.launch.wiring.Threads;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.FxTaskRunner;
import com.prosynchub.ui.shell.AppWindow;

/**
 * What every stage of the window's life works with. Immutable.
 *
 * @param clock what the window's times and ages go by, and {@code tasks}' ticks
 */
record Desk(
        AppConfig config,
        Threads threads,
        FxTaskRunner tasks,
        Preferences preferences,
        AppWindow window,
        SiteClock clock) {}
