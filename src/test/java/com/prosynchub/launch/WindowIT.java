package com.prosynchub.launch;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The window on an empty directory: the question, the progress, the door; closing it stops the stores. */
@ExtendWith(FxToolkitExtension.class)
class WindowIT {
    @TempDir
    Path temp;

    @Test
    void anEmptyDirectoryIsAskedAboutStartedAndStoppedWithTheWindow() throws Exception {
        Path data = temp.resolve("data");
        AppConfig config = AppConfig.read(
                new AppConfig.Given(Optional.of(data), Optional.empty()), Map.of(), UserFolders.ofThisPerson());
        CountDownLatch finished = new CountDownLatch(1);
        try (Threads threads = new Threads()) {
            SiteClock clock = new SiteClock();
            FxTaskRunner tasks = new FxTaskRunner(threads.workers(), new FxUiScheduler(clock));
            Stage stage = Fx.call(() -> {
                Stage made = new Stage();
                AppWindow window = new AppWindow(made, new MemoryPreferences());
                new StartUpFlow(
                                new Desk(config, threads, tasks, new MemoryPreferences(), window, clock),
                                finished::countDown)
                        .begin(false);
                return made;
            });
            assertThat(data).doesNotExist();
            Fx.run(() -> ((Button) node(stage, "#empty")).fire());
            until(() -> stage.getScene().lookup("#username") != null);
            assertThat(data.resolve("runtime.properties")).exists();
            assertThat(data.resolve("store/postgres/postmaster.pid")).exists();
            Fx.run(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(data.resolve("runtime.properties")).doesNotExist();
            assertThat(data.resolve("store/postgres/postmaster.pid")).doesNotExist();
        }
    }

    private static void until(BooleanSupplier condition) throws Exception {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Fx.call(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("time").isLessThan(giveUp);
            Fx.pulse();
        }
    }

    private static Node node(Stage stage, String selector) {
        return stage.getScene().lookup(selector);
    }
}
