package com.prosynchub.demo;

import com.prosynchub.ui.SampleWindow;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Works the grid of metrics for its pictures. FX thread. */
final class MetricPictures {
    /** Screens that are shown as they open, and the grid worked a little further. */
    static final List<String> SCREENS = List.of(
            "trends", "metrics", "metrics-drawer", "metrics-change", "asset-types", "imports", "activity", "profile");

    private MetricPictures() {}

    /** Opens a screen; answers what is to be done in the grid once it is shown, empty for another screen. */
    static String open(SampleWindow window, String id) {
        boolean more = id.startsWith("metrics-");
        window.shell.navigator().open(more ? "metrics" : id);
        return more ? id : "";
    }

    /** Does what a picture needs done; nothing for what is not about the grid. */
    static void act(String what, Parent root) {
        if (!what.startsWith("metrics-") || !(root.lookup("#metric-grid") instanceof TableView<?> grid)) {
            return;
        }
        grid.requestFocus();
        if (what.endsWith("drawer")) {
            type(grid, 0, "critical", "112");
            type(grid, 3, "max", "6.5");
            ((Button) root.lookup("#metric-tell")).fire();
        } else {
            choose(grid, 0, "warning");
            grid.getSelectionModel().selectRange(0, 4);
            ((Button) root.lookup("#metric-change-chosen")).fire();
            if (root.lookup("#metric-change-offDelay") instanceof TextField delay) {
                delay.setText("30");
            }
        }
    }

    private static <R> void choose(TableView<R> grid, int row, String column) {
        grid.getColumns().stream().filter(c -> column.equals(c.getId())).forEach(c -> grid.getSelectionModel()
                .clearAndSelect(row, c));
    }

    private static void type(TableView<?> grid, int row, String column, String text) {
        choose(grid, row, column);
        grid.fireEvent(key(KeyCode.F2));
        if (grid.lookup(".psh-cell-editor") instanceof TextField editor) {
            editor.setText(text);
            editor.fireEvent(key(KeyCode.ENTER));
        }
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
