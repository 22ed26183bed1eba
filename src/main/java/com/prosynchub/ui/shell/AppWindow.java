package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Appearance;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import javafx.application.ColorScheme;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The one window: its size, theme and scale are remembered, its content is replaced from start-up to shell. FX thread. */
public final class AppWindow {
    private static final String WIDTH = "window.width";
    private static final String HEIGHT = "window.height";
    private static final String MAXIMIZED = "window.maximized";
    private static final int LEAST_WIDTH = 1024;
    private static final int LEAST_HEIGHT = 680;

    private final Stage stage;
    private final Scene scene;
    private final Appearance appearance;

    /** Dresses the stage; it is shown by {@link #show}. */
    public AppWindow(Stage stage, Preferences preferences) {
        this.stage = stage;
        appearance = new Appearance(preferences);
        // A window larger than the screen would hide its own edges where no window manager holds it back.
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        scene = new Scene(
                new StackPane(),
                Math.min(preferences.getInt(WIDTH, 1440), room.getWidth()),
                Math.min(preferences.getInt(HEIGHT, 900), room.getHeight()));
        stage.setTitle(Messages.of("shell").text("window.title"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(preferences.getBoolean(MAXIMIZED, false));
        stage.setFullScreenExitHint("");
        stage.setOnHidden(e -> {
            preferences.putBoolean(MAXIMIZED, stage.isMaximized());
            if (!stage.isMaximized() && !stage.isFullScreen()) {
                preferences.putInt(WIDTH, (int) scene.getWidth());
                preferences.putInt(HEIGHT, (int) scene.getHeight());
            }
        });
        follow(scene, appearance);
    }

    /** Keeps a scene dressed as the person chose, and as the desktop is where the choice is left to it. */
    static void follow(Scene scene, Appearance appearance) {
        Runnable dress = () -> ThemeManager.apply(
                scene,
                appearance.choiceProperty().get().theme(scene.getPreferences().getColorScheme() == ColorScheme.DARK),
                appearance.scaleProperty().get());
        appearance.choiceProperty().subscribe(dress);
        appearance.scaleProperty().subscribe(dress);
        scene.getPreferences().colorSchemeProperty().subscribe(dress);
        dress.run();
    }

    /** The theme as it is just now. */
    public Theme theme() {
        return appearance.choiceProperty().get().theme(scene.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    /** Shows a start-up screen, the door or the shell in the window. */
    public void show(Parent content) {
        scene.setRoot(content);
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    public Appearance appearance() {
        return appearance;
    }

    public Stage stage() {
        return stage;
    }
}
