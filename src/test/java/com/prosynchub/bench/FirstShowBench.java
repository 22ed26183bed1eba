package com.prosynchub.bench;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.SampleWindow;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import com.prosynchub.ui.kit.view.Rehearsal;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * How long the FX thread is busy when a screen is shown for the first time, over the fakes and so without any store: making it,
 * its style sheets and its first layout. The first round is a cold program, as after its start; the second shows what is left
 * when classes and sheets are known. With the argument {@code unrehearsed} the {@link Rehearsal} of the start is left out.
 */
public final class FirstShowBench {
    private static final PrintStream OUT = System.out;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3;

    private FirstShowBench() {}

    public static void main(String[] args) throws InterruptedException {
        FxToolkitExtension.start();
        Map<String, List<Double>> all = new LinkedHashMap<>();
        if (args.length == 0 || !args[0].equals("unrehearsed")) {
            timed(all, "rehearsal", () -> {
                Rehearsal.all(Theme.LIGHT);
                return true;
            });
        }
        for (int round = 0; round < ROUNDS; round++) {
            measure(all);
        }
        all.forEach((screen, millis) -> {
            say("BENCH first_show_cold_%s_ms=%.0f", screen, millis.getFirst());
            say("BENCH first_show_warm_%s_ms=%.0f", screen, millis.getLast());
        });
        Platform.exit();
    }

    private static void measure(Map<String, List<Double>> all) {
        SamplePlant plant = new SamplePlant("Administrator");
        Stage stage = Fx.call(Stage::new);
        SampleWindow window = timed(all, "window", () -> {
            SampleWindow made = new SampleWindow(plant);
            Scene scene = new Scene(made.shell.root(), 1000, 900);
            ThemeManager.apply(scene, Theme.LIGHT, 100);
            stage.setScene(scene);
            stage.show();
            made.shell.start();
            settle(stage);
            return made;
        });
        Fx.pulse();
        for (String screen : List.of("assets", "trends", "locations", "asset-types", "imports", "users")) {
            timed(all, screen, () -> {
                window.shell.navigator().open(screen);
                settle(stage);
                return screen;
            });
            Fx.pulse();
        }
        String compressor = plant.id("Ammonia compressor C-401").toString();
        for (String tab : List.of("overview", "metrics", "trend")) {
            timed(all, "asset-" + tab, () -> {
                window.shell.navigator().open("assets", compressor + "/" + tab);
                settle(stage);
                return tab;
            });
            Fx.pulse();
        }
        Fx.run(() -> {
            window.shell.close();
            stage.close();
        });
    }

    private static void settle(Stage stage) {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private static <T> T timed(Map<String, List<Double>> all, String name, java.util.concurrent.Callable<T> action) {
        return Fx.call(() -> {
            // Not by the clock: what else the machine does is none of the screen's doing.
            long start = CPU.getCurrentThreadCpuTime();
            T made = action.call();
            all.computeIfAbsent(name, key -> new ArrayList<>()).add((CPU.getCurrentThreadCpuTime() - start) / 1e6);
            return made;
        });
    }

    private static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
