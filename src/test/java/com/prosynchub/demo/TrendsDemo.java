package com.prosynchub.demo;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Screenshots;
import com.prosynchub.ui.SampleFeed;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.SampleWindow;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.theme.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Parent;

/**
 * Takes pictures of pages of charts of several sizes, for the manual and for review: of those in whose name the first
 * argument, a regular expression, is found, in the language of the second. Run by hand on the headless platform.
 */
public final class TrendsDemo {
    private static final List<String> METRICS =
            List.of("discharge_temperature", "vibration", "suction_pressure", "oil_level");

    private static final int WALL = -1;

    private TrendsDemo() {}

    public static void main(String[] args) throws InterruptedException {
        FxToolkitExtension.start();
        String only = args.length == 0 ? "" : args[0];
        Language.of(args.length < 2 ? "en" : args[1]).ifPresent(language -> Fx.run(language::use));
        for (Theme theme : Theme.values()) {
            for (int charts : new int[] {0, 1, 2, 4, 6, 12}) {
                shot("trends-" + charts, only, theme, charts);
            }
            shot("wall", only, theme, WALL);
        }
        Platform.exit();
    }

    private static void shot(String name, String only, Theme theme, int charts) {
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            String full = name + "-" + size[1] + "-" + theme.word();
            if (full.matches(".*(" + only + ").*")) {
                SampleWindow window = Fx.call(TrendsDemo::window);
                Parent root = window.shell.root();
                Screenshots.take(name, () -> root, theme, size[0], size[1], 100, () -> {});
                Fx.run(() -> open(window, charts));
                settle();
                // No pulse reaches a scene without a window: what a first layout made is dressed by a second one.
                for (int i = 0; i < 4; i++) {
                    Fx.run(() -> {
                        root.lookupAll(".psh-trend").forEach(chart -> ((Parent) chart).requestLayout());
                        root.applyCss();
                        root.layout();
                    });
                    settle();
                }
                Screenshots.of(root.getScene(), full);
            }
        }
    }

    private static SampleWindow window() {
        SamplePlant site = new SamplePlant("Manager");
        new SampleFeed(site).morning();
        SampleWindow window = new SampleWindow(site);
        window.shell.start();
        return window;
    }

    private static void open(SampleWindow window, int charts) {
        if (charts <= 0) {
            window.shell.navigator().open(charts == WALL ? "wall" : "trends");
            return;
        }
        String asset = window.site.id("Ammonia compressor C-401").toString();
        window.shell
                .navigator()
                .open(
                        "trends",
                        IntStream.range(0, charts)
                                .mapToObj(i -> chart(asset, i))
                                .collect(Collectors.joining(";")));
    }

    private static String chart(String asset, int number) {
        List<String> own = number % 3 == 0
                ? METRICS.subList(0, 2)
                : Arrays.asList(METRICS.get((number + 1) % 4), METRICS.get((number + 2) % 4));
        return own.stream().map(metric -> asset + "/" + metric).collect(Collectors.joining(","));
    }

    /** Waits until what was posted is shown. */
    private static void settle() {
        for (int i = 0; i < 20; i++) {
            Fx.pulse();
        }
    }
}
