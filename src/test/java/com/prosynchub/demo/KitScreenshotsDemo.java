package com.prosynchub.demo;

import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Screenshots;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.dialog.Command;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.view.ScreenState;
import com.prosynchub.ui.kit.view.StatePane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Takes the pictures of the kit by which its looks are judged. Run by hand on the headless platform. */
public final class KitScreenshotsDemo {
    private static final FxUiScheduler UI = new FxUiScheduler();

    private KitScreenshotsDemo() {}

    public static void main(String[] args) throws InterruptedException {
        FxToolkitExtension.start();
        for (Theme theme : Theme.values()) {
            Screenshots.take("kit-gallery", KitGallery::page, theme, 1280, 800, 100);
            Screenshots.take("kit-chart", KitScreenshotsDemo::charts, theme, 1280, 800, 100);
            Screenshots.take("kit-states", KitScreenshotsDemo::states, theme, 1280, 800, 100);
            overlays(theme);
        }
        Screenshots.take("kit-gallery-200", KitGallery::page, Theme.LIGHT, 1920, 1080, 200);
        Screenshots.take("kit-chart-1080", KitScreenshotsDemo::charts, Theme.DARK, 1920, 1080, 100);
        Platform.exit();
    }

    private static Parent charts() {
        Instant now = Instant.parse("2026-03-02T09:41:30Z");
        TrendModel live = new TrendModel(InstantSource.fixed(now));
        live.setTraces(DemoTraces.pump(now.toEpochMilli(), Duration.ofHours(8), Duration.ofSeconds(10)));
        live.setSpan(Duration.ofHours(8));
        live.trace("winding_temperature").orElseThrow().visibleProperty().set(false);
        Formats formats = new Formats(ZoneId.of("Europe/Berlin"), Locale.UK, InstantSource.fixed(now));
        TrendChart top = new TrendChart(live, formats, UI);
        TrendModel paused = new TrendModel(InstantSource.fixed(now));
        paused.setTraces(DemoTraces.pump(now.toEpochMilli() - 600_000, Duration.ofHours(2), Duration.ofSeconds(60)));
        paused.setSpan(Duration.ofHours(1));
        TrendChart bottom = new TrendChart(paused, formats, UI);
        paused.cursorProperty().set(now.minusSeconds(1900));
        VBox.setVgrow(top, Priority.ALWAYS);
        VBox.setVgrow(bottom, Priority.ALWAYS);
        VBox page = new VBox(top, bottom);
        page.getStyleClass().add(Styles.PAGE);
        return page;
    }

    private static InstantSource live_clock(Instant now) {
        return InstantSource.fixed(now);
    }

    private static Parent states() {
        StatePane empty = new StatePane(UI);
        empty.setEmpty(
                CarbonIcons.TREE_VIEW_ALT,
                "No assets yet",
                "Assets are the machines and places you look after. Create the first one, or import a list.",
                "Create asset",
                () -> {});
        empty.stateProperty().set(ScreenState.empty());
        StatePane failed = new StatePane(UI);
        failed.stateProperty()
                .set(ScreenState.failed(new Failure.Unavailable(Failure.Store.DOCUMENT, "connection refused")));
        ManualUiScheduler clock = new ManualUiScheduler();
        StatePane loading = new StatePane(clock);
        clock.advance(StatePane.PATIENCE);
        HBox box = new HBox(empty, failed, loading);
        for (StatePane pane : List.of(empty, failed, loading)) {
            HBox.setHgrow(pane, Priority.ALWAYS);
            pane.setPrefWidth(400);
        }
        return box;
    }

    private static void overlays(Theme theme) {
        OverlayHost[] host = new OverlayHost[1];
        Screenshots.take(
                "kit-palette", () -> host[0] = new OverlayHost(KitGallery.page(), UI), theme, 1280, 800, 100, () -> {
                    host[0].showPalette(List.of(
                            new Command(
                                    "a", "Create asset", KeyCombination.valueOf("Shortcut+N"), () -> true, () -> {}),
                            new Command("b", "Go to locations", () -> {}),
                            new Command(
                                    "c", "Go to assets", KeyCombination.valueOf("Shortcut+2"), () -> true, () -> {}),
                            new Command("d", "Switch to dark theme", () -> {})));
                    host[0].notices().success("Asset P-101 saved.");
                    host[0].notices().undo("Moved 3 assets to Packaging line 2.", () -> {});
                });
        Screenshots.take(
                "kit-dialog", () -> host[0] = new OverlayHost(KitGallery.page(), UI), theme, 1280, 800, 100, () -> {
                    host[0].dialogs()
                            .failure(new Failure.Unexpected("java.lang.IllegalStateException: no such column"));
                    host[0].notices().failure(new Failure.Unavailable(Failure.Store.RELATIONAL, "timeout"));
                });
    }
}
