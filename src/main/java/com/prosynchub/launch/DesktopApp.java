package com.prosynchub.launch;

import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.wiring.SiteClock;
import com.prosynchub.launch.wiring.Threads;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.ui.kit.prefs.FilePreferences;
import com.prosynchub.ui.kit.task.FxTaskRunner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.task.StallMonitor;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.shell.AppWindow;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's life from the first frame to the last store stopped. {@link #run} blocks the main thread; everything else
 * runs on the FX thread.
 */
final class DesktopApp {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);

    private final AppConfig config;
    private final boolean demo;
    private final Threads threads = new Threads();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    DesktopApp(AppConfig config, boolean demo) {
        this.config = config;
        this.demo = demo;
    }

    /** Opens the window and returns the exit code when everything is closed. */
    int run() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught(thread, thrown, null));
        Platform.startup(this::open);
        int code = exit.join();
        Platform.exit();
        threads.close();
        return code;
    }

    private void open() {
        Platform.setImplicitExit(false);
        FilePreferences preferences = new FilePreferences(config.folders().preferences(), threads.workers());
        SiteClock clock = new SiteClock();
        FxTaskRunner tasks = new FxTaskRunner(threads.workers(), new FxUiScheduler(clock));
        tasks.setDefaultFailureHandler(DesktopApp::log);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught(thread, thrown, tasks));
        Language.preferred(preferences).use();
        AppWindow window = new AppWindow(new Stage(), preferences);
        StallMonitor stalls = StallMonitor.logging(Threads.factory("stall-monitor"));
        Desk desk = new Desk(config, threads, tasks, preferences, window, clock);
        Runnable finish = () -> {
            stalls.close();
            exit.complete(0);
        };
        new StartUpFlow(desk, finish).begin(demo);
    }

    /** What nobody caught goes to the log whole, and to the person as a notice with a code. */
    private static void uncaught(Thread thread, Throwable thrown, @Nullable FxTaskRunner tasks) {
        LOG.error("Nobody caught this on {}", thread.getName(), thrown);
        if (tasks != null) {
            Failure failure = FailureException.failureOf(thrown);
            tasks.ui().post(() -> tasks.answer(failure));
        }
    }

    /** Until somebody is signed in, screens answer their own failures; what is left over is at least written down. */
    static void log(Failure failure) {
        LOG.warn("Nobody answered {}: {}", failure.code(), failure.detail());
    }
}
