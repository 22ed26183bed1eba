package com.prosynchub.launch;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.UserFolders;
import com.prosynchub.launch.wiring.SiteClock;
import com.prosynchub.launch.wiring.Threads;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.FxTaskRunner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.shell.AppWindow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The whole program with its embedded stores on the headless platform, as a person starts it. Any thread but FX. */
public final class HeadlessProgram implements AutoCloseable {
    private final Threads threads = new Threads();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Stage stage;

    private HeadlessProgram(Path data) throws InterruptedException {
        FxToolkitExtension.start();
        AppConfig config = AppConfig.read(
                new AppConfig.Given(Optional.of(data), Optional.empty()), Map.of(), UserFolders.ofThisPerson());
        stage = Fx.call(() -> {
            SiteClock clock = new SiteClock();
            FxTaskRunner tasks = new FxTaskRunner(threads.workers(), new FxUiScheduler(clock));
            Stage made = new Stage();
            AppWindow window = new AppWindow(made, new MemoryPreferences());
            Desk desk = new Desk(config, threads, tasks, new MemoryPreferences(), window, clock);
            new StartUpFlow(desk, finished::countDown).begin(true);
            return made;
        });
    }

    /** Starts on an empty directory, which becomes the demo plant. */
    public static HeadlessProgram demo(Path data) throws InterruptedException {
        return new HeadlessProgram(data);
    }

    public Stage stage() {
        return stage;
    }

    /** Closes the window and waits until the stores have stopped. */
    @Override
    public void close() throws InterruptedException {
        Fx.run(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        if (!finished.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program did not stop");
        }
        threads.close();
    }
}
