package com.prosynchub.ui.trends;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Puts a pane alone on the whole screen on which its window stands, in a window of its own, and back again on Escape or F11.
 * FX thread.
 */
final class WallWindow {
    private final Pane home;
    private final Region pane;
    private @Nullable Stage stage;

    WallWindow(Pane home, Region pane) {
        this.home = home;
        this.pane = pane;
    }

    void toggle() {
        if (stage != null) {
            close();
        } else if (home.getScene() != null && home.getScene().getWindow() != null) {
            open(home.getScene());
        }
    }

    void close() {
        Stage open = stage;
        if (open != null) {
            stage = null;
            ((Pane) pane.getParent()).getChildren().remove(pane);
            open.close();
            home.getChildren().add(pane);
            pane.requestFocus();
        }
    }

    private void open(Scene from) {
        Window window = from.getWindow();
        home.getChildren().remove(pane);
        StackPane root = new StackPane(pane);
        root.getStyleClass().setAll(from.getRoot().getStyleClass());
        Scene scene = new Scene(root);
        scene.setUserAgentStylesheet(from.getUserAgentStylesheet());
        scene.getStylesheets().setAll(from.getStylesheets());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.F11 || e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                close();
            }
        });
        Stage made = new Stage();
        stage = made;
        // It goes when the window goes to which it belongs, and with it the session.
        made.initOwner(window);
        made.setScene(scene);
        Screen screen = Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary());
        made.setX(screen.getBounds().getMinX());
        made.setY(screen.getBounds().getMinY());
        made.setFullScreenExitHint("");
        made.setFullScreen(true);
        made.setOnHidden(e -> close());
        made.show();
        pane.requestFocus();
    }
}
