package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.RowHands;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of charts, by mouse and by keyboard alone. */
@ExtendWith(FxToolkitExtension.class)
class TrendsScreenFxTest {
    private static final String COMPRESSOR = "Ammonia compressor C-401";
    private static final String VIBRATION = "vibration   mm/s";

    private final LiveWindow window = LiveWindow.onAssets("Operator");
    private final RowHands<PickerRow> rows = new RowHands<>(window, "#metric-tree", PickerRow::text);

    @BeforeEach
    void open() {
        Fx.run(() -> window.shell().navigator().open("trends"));
        Fx.until(() -> rows.cell("Nordholm dairy") != null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aMetricIsFoundAndDrawnByKeysAlone() {
        Fx.until(() -> window.get("#trend-search", Node.class).isFocused());
        window.hands.write("c-401");
        Fx.until(() -> rows.cell(VIBRATION) != null);
        window.keys(KeyCode.DOWN);
        choose(VIBRATION);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> titles().equals(List.of(COMPRESSOR)));
        window.keys(KeyCode.CONTROL, KeyCode.F);
        assertThat(Fx.call(() -> window.get("#trend-search", Node.class).isFocused()))
                .isTrue();
    }

    @Test
    void aMetricIsDraggedOntoAChartAndBesideThem() {
        find();
        rows.drag(VIBRATION);
        Fx.run(() -> RowHands.fire(DragEvent.DRAG_OVER, panel(0)));
        assertThat(Fx.call(() -> panel(0).getStyleClass())).contains("psh-drop-target");
        Fx.run(() -> RowHands.fire(DragEvent.DRAG_DROPPED, panel(0)));
        assertThat(titles()).containsExactly(COMPRESSOR);
        rows.drag("oil level   %");
        Fx.run(() -> RowHands.fire(DragEvent.DRAG_DROPPED, window.get("#charting", Node.class)));
        assertThat(titles()).containsExactly(COMPRESSOR, COMPRESSOR);
    }

    @Test
    void anAssetIsNothingToDraw() {
        find();
        Fx.run(() -> {
            RowHands.fire(DragEvent.DRAG_OVER, panel(0));
            RowHands.fire(DragEvent.DRAG_DROPPED, panel(0));
        });
        assertThat(titles()).containsExactly("Empty chart");
    }

    @Test
    void chartsAreSetAndMovedByKeys() {
        find();
        choose(VIBRATION);
        window.keys(KeyCode.ENTER);
        menu("#layouts", "4 charts");
        Fx.until(() -> titles().size() == 4);
        Fx.run(() -> panel(0).lookup(".psh-trend").requestFocus());
        window.keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(titles()).containsExactly("Empty chart", COMPRESSOR, "Empty chart", "Empty chart");
        window.keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DELETE);
        assertThat(titles()).containsExactly("Empty chart", "Empty chart", "Empty chart");
        window.awaitWords("The chart was removed.");
    }

    @Test
    void aChartIsDraggedToAnotherPlaceByItsHead() {
        find();
        choose(VIBRATION);
        window.keys(KeyCode.ENTER);
        Fx.run(() -> window.get("#add-chart", Button.class).fire());
        Fx.pulse();
        Fx.run(() -> RowHands.pull(Objects.requireNonNull(panel(0).lookup(".psh-trend-head"))));
        Fx.run(() -> RowHands.fire(DragEvent.DRAG_DROPPED, panel(1)));
        assertThat(titles()).containsExactly("Empty chart", COMPRESSOR);
    }

    @Test
    void aViewIsSavedNamedAndDeletedByKeysAndMenu() {
        find();
        choose(VIBRATION);
        window.keys(KeyCode.ENTER);
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() ->
                window.find("#view-name") != null && window.find("#view-name").isFocused());
        window.keys(KeyCode.ENTER);
        window.awaitWords("A name of 1 to 100 characters is needed.");
        window.hands.write("Night");
        window.keys(KeyCode.ENTER);
        window.awaitWords("“Night” was saved.");
        assertThat(window.site.services.trendViews().all())
                .extracting(SavedPage::name)
                .containsExactly("Night");
        Fx.run(() -> window.get("#add-chart", Button.class).fire());
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> window.site
                        .services
                        .trendViews()
                        .all()
                        .getFirst()
                        .page()
                        .charts()
                        .size()
                == 2);
        Fx.until(() -> items("#views").contains("Delete “Night”"));
        menu("#views", "Delete “Night”");
        window.awaitWords("“Night” was deleted.");
        Fx.until(() -> window.site.services.trendViews().all().isEmpty());
    }

    @Test
    void aTimeIsSaidInWordsByKeys() {
        Fx.run(() -> window.get("#trend-time", Node.class).requestFocus());
        window.hands.write("blue moon");
        window.keys(KeyCode.ENTER);
        window.awaitWords("“blue moon” is no stretch of time.");
    }

    @Test
    void aNoteIsWrittenAtTheCursorByKey() {
        find();
        choose(VIBRATION);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> titles().equals(List.of(COMPRESSOR)));
        Fx.run(() -> panel(0).lookup(".psh-trend").requestFocus());
        window.keys(KeyCode.M);
        Fx.until(() -> window.find("#note-text") != null);
        Fx.run(() -> ((TextArea) Objects.requireNonNull(window.find("#note-text"))).setText("Oil was low"));
        Fx.run(() -> press("Add note"));
        Fx.until(() -> !window.site
                .services
                .notes()
                .during(List.of(window.site.id(COMPRESSOR)), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))
                .isEmpty());
    }

    private void press(String verb) {
        window.stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && verb.equals(button.getText()))
                .reduce((first, last) -> last)
                .map(Button.class::cast)
                .orElseThrow()
                .fire();
    }

    @Test
    void theTreeGivesItsRoomToTheCharts() {
        Fx.run(() -> window.get("#toggle-picker", ToggleButton.class).fire());
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#metric-tree"))).isNull();
        Fx.run(() -> ((Button) Objects.requireNonNull(window.find("#find-metric"))).fire());
        Fx.pulse();
        assertThat(Fx.call(() -> window.get("#trend-search", Node.class).isFocused()))
                .isTrue();
    }

    private void find() {
        Fx.run(() -> window.get("#trend-search", TextField.class).setText("c-401"));
        Fx.until(() -> rows.cell(VIBRATION) != null);
        Fx.pulse();
    }

    private void choose(String row) {
        Fx.run(() -> {
            TreeView<?> tree = (TreeView<?>) Objects.requireNonNull(window.find("#metric-tree"));
            tree.requestFocus();
            for (int i = 0; i < tree.getExpandedItemCount(); i++) {
                TreeItem<?> item = tree.getTreeItem(i);
                if (item.getValue() instanceof PickerRow picked && picked.text().equals(row)) {
                    tree.getSelectionModel().select(i);
                }
            }
        });
    }

    private List<String> items(String selector) {
        return ((MenuButton) Objects.requireNonNull(window.find(selector)))
                .getItems().stream().map(MenuItem::getText).toList();
    }

    private void menu(String selector, String item) {
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(window.find(selector)))
                .getItems().stream()
                        .filter(choice -> item.equals(choice.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private Node panel(int number) {
        return window.get("#chart-grid", Pane.class).getChildren().get(number);
    }

    private List<String> titles() {
        return Fx.call(() -> window.get("#chart-grid", Pane.class).getChildren().stream()
                .map(panel -> ((Label) Objects.requireNonNull(panel.lookup(".psh-trend-title"))).getText())
                .toList());
    }
}
