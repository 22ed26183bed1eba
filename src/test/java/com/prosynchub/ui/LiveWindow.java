package com.prosynchub.ui;

import com.prosynchub.fixture.Fx;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.FxTaskRunner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Appearance;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import com.prosynchub.ui.shell.Shell;
import com.prosynchub.ui.shell.ShellDoor;
import com.prosynchub.ui.shell.ShellFeature;
import com.prosynchub.ui.shell.ShellOptions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** A window on the headless platform over the sample plant, with a real worker, worked by keys and mouse. Test thread. */
public final class LiveWindow implements AutoCloseable {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 900;

    public final SamplePlant site;
    public final FxRobot hands = new FxRobot();
    public final Stage stage;
    public final FxTaskRunner tasks;
    public final Formats formats = new Formats(ZoneOffset.UTC, Locale.UK, InstantSource.fixed(SamplePlant.NOW));
    private final MemoryPreferences preferences = new MemoryPreferences();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("test-worker").factory());
    private ShellDoor door;
    private @Nullable ShellFeature shells;
    private @Nullable Shell shell;

    /** An empty window; the signed-in person of the plant has that role. */
    public LiveWindow(String role) {
        site = new SamplePlant(role);
        door = new ShellDoor(SampleWindow.signIn(site), next -> {});
        tasks = Fx.call(() -> new FxTaskRunner(worker, new FxUiScheduler()));
        stage = Fx.call(() -> {
            Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
            ThemeManager.apply(scene, Theme.LIGHT, 100);
            Stage made = new Stage();
            made.setScene(scene);
            made.setX(0);
            made.setY(0);
            made.show();
            made.requestFocus();
            return made;
        });
    }

    /** With the shell open on its assets. */
    public static LiveWindow onAssets(String role) {
        LiveWindow window = new LiveWindow(role);
        Fx.run(() -> {
            Shell opened = window.openShell(window.site.services);
            opened.navigator().open("assets");
        });
        Fx.until(() -> window.find("#asset-tree") != null);
        Fx.pulse();
        return window;
    }

    /** Gives the shells opened from now on another door. */
    public void door(ShellDoor other) {
        door = other;
    }

    /** Replaces the content. FX thread. */
    public void show(Parent content) {
        stage.getScene().setRoot(content);
    }

    /** Opens the frame for a session. FX thread. */
    public Shell openShell(SessionServices services) {
        ShellFeature feature = shells;
        if (feature == null) {
            feature = new ShellFeature(tasks, formats, preferences, site.health());
            shells = feature;
        }
        Shell made = feature.open(
                services,
                new ShellOptions("Nordholm dairy", "0.1.0", new Appearance(preferences), door, () -> {}),
                bench -> SampleWindow.features(services, bench));
        shell = made;
        show(made.root());
        made.start();
        return made;
    }

    public Shell shell() {
        return Objects.requireNonNull(shell);
    }

    /** The node of that selector; null when there is none. */
    public @Nullable Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    public <N extends Node> N get(String selector, Class<N> type) {
        return Fx.call(() -> type.cast(Objects.requireNonNull(find(selector), selector)));
    }

    /** Whether these words stand anywhere in the window just now. FX thread. */
    public boolean says(String words) {
        return stage.getScene().getRoot().lookupAll("*").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().contains(words)
                        && seen(label));
    }

    /** Waits until these words stand somewhere. */
    public void awaitWords(String words) {
        try {
            Fx.until(() -> says(words));
        } catch (AssertionError never) {
            throw new AssertionError("the window never said: " + words + "; it says " + Fx.call(this::words), never);
        }
    }

    private List<String> words() {
        return stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled label && label.getText() != null && seen(label))
                .map(node -> ((Labeled) node).getText())
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Presses keys together, such as Ctrl and S, and lets go. */
    public void keys(KeyCode... codes) {
        hands.push(codes);
        Fx.pulse();
    }

    @Override
    public void close() {
        Fx.run(() -> {
            if (shell != null) {
                shell.close();
            }
            stage.close();
        });
        worker.shutdownNow();
    }
}
