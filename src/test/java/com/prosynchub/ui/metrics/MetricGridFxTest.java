package com.prosynchub.ui.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.ui.LiveWindow;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The grid of metrics worked by keys alone. */
@ExtendWith(FxToolkitExtension.class)
class MetricGridFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void limitsAreTypedOverInPlaceAndSavedWithAReason() {
        LiveWindow window = open("Manager");
        choose(window, "suction_pressure", "max");
        window.keys(KeyCode.F2);
        type(window, "4.2");
        window.keys(KeyCode.TAB);
        Fx.until(() -> editor(window) != null);
        assertThat(Fx.call(() -> table(window).getEditingCell().getTableColumn().getId()))
                .as("Tab goes on to the next limit")
                .isEqualTo("warning");
        type(window, "3.9");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> editor(window) == null);
        assertThat(Fx.call(() -> table(window).isFocused())).isTrue();
        window.awaitWords("Not saved: 2 limits on 1 asset");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> window.find("#metric-preview") != null);
        assertThat(Fx.call(() -> ((ListView<?>) Objects.requireNonNull(window.find("#metric-preview")))
                        .getItems().stream().map(Object::toString).toList()))
                .containsExactly(
                        "Ammonia compressor C-401, suction pressure: Max 3.6 → 4.2",
                        "Ammonia compressor C-401, suction pressure: Warning none → 3.9");
        window.hands.write("colder season");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "4.2".equals(String.valueOf(stored(window).limits().max())));
        assertThat(stored(window).limits().warning()).isEqualByComparingTo("3.9");
        assertThat(window.site.plant.reasons).containsExactly("colder season");

        Fx.run(() -> table(window).requestFocus());
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until(() -> "3.6".equals(String.valueOf(stored(window).limits().max())));
        assertThat(stored(window).limits().warning()).isNull();
    }

    @Test
    void escapeLeavesAValueAsItWasAndWhatIsNoNumberStaysToBeMended() {
        LiveWindow window = open("Manager");
        choose(window, "suction_pressure", "max");
        window.keys(KeyCode.F2);
        type(window, "lots");
        window.keys(KeyCode.ENTER);
        window.awaitWords("Ammonia compressor C-401, suction pressure: Max: This is not a number.");
        assertThat(Fx.call(() -> editor(window))).as("still typed into").isNotNull();
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> editor(window) == null);
        assertThat(Fx.call(
                        () -> row(window, "suction_pressure").judging().limits().max()))
                .isEqualByComparingTo("3.6");
        window.keys(KeyCode.DOWN);
        assertThat(Fx.call(() -> table(window).getFocusModel().getFocusedCell().getRow()))
                .as("the keys go on where they were")
                .isEqualTo(Fx.call(() -> table(window).getItems().indexOf(row(window, "suction_pressure")) + 1));
    }

    @Test
    void severalChosenMetricsAreChangedAtOnce() {
        LiveWindow window = open("Manager");
        choose(window, "discharge_temperature", "critical");
        window.hands.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        window.keys(KeyCode.F2);
        Fx.until(() -> window.find("#metric-change-critical") instanceof TextField field && field.isFocused());
        window.awaitWords("Change 3 metrics on 1 asset");
        window.hands.write("200");
        window.keys(KeyCode.ENTER);
        window.awaitWords("Not saved: 3 limits on 1 asset");
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.until(() -> !window.says("Not saved"));
    }

    @Test
    void enterTellsOfTheMetricAndAVersionIsRestored() {
        LiveWindow window = open("Manager");
        choose(window, "suction_pressure", "max");
        window.keys(KeyCode.F2);
        type(window, "4.2");
        window.keys(KeyCode.ENTER);
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> window.find("#metric-preview") != null);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "4.2".equals(String.valueOf(stored(window).limits().max())));
        Fx.run(() -> table(window).requestFocus());
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#metric-versions") instanceof TableView<?> versions
                && versions.getItems().size() == 2);
        window.awaitWords("Ammonia compressor C-401, suction pressure");
        Fx.until(() -> window.find("#metric-what-if") instanceof TableView<?> answers
                && answers.getItems().size() == 2);
        Fx.run(() -> {
            TableView<?> versions = (TableView<?>) Objects.requireNonNull(window.find("#metric-versions"));
            versions.requestFocus();
            versions.getSelectionModel().selectLast();
        });
        Fx.run(() -> ((Button) Objects.requireNonNull(window.find("#metric-restore"))).fire());
        window.awaitWords("Change 1 limit on 1 asset?");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "3.6".equals(String.valueOf(stored(window).limits().max())));
        Fx.until(() -> ((TableView<?>) Objects.requireNonNull(window.find("#metric-versions")))
                        .getItems()
                        .size()
                == 3);
        Fx.run(() -> table(window).requestFocus());
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> window.find("#metric-drawer") == null);
    }

    @Test
    void anOperatorLooksAndChangesNothing() {
        LiveWindow window = open("Operator");
        choose(window, "suction_pressure", "max");
        window.keys(KeyCode.F2);
        assertThat(Fx.call(() -> table(window).getEditingCell())).isNull();
        assertThat(Fx.call(() -> window.find("#metric-save"))).isNull();
        assertThat(Fx.call(() -> window.find("#metric-change-chosen"))).isNull();
        assertThat(Fx.call(() -> table(window).isEditable())).isFalse();
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#metric-versions") != null);
        assertThat(Fx.call(() -> window.find("#metric-restore"))).isNull();
    }

    private LiveWindow open(String role) {
        LiveWindow window = LiveWindow.onAssets(role);
        opened = window;
        Fx.run(() -> window.shell().navigator().open("metrics"));
        Fx.until(() -> window.find("#metric-grid") instanceof TableView<?> grid
                && !grid.getItems().isEmpty());
        return window;
    }

    private static void choose(LiveWindow window, String metric, String column) {
        Fx.run(() -> {
            TableView<MetricRow> table = table(window);
            TableColumn<MetricRow, ?> at = table.getColumns().stream()
                    .filter(c -> column.equals(c.getId()))
                    .findFirst()
                    .orElseThrow();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row(window, metric)), at);
        });
        Fx.pulse();
    }

    private static void type(LiveWindow window, String text) {
        Fx.until(() -> editor(window) != null);
        window.hands.write(text);
    }

    private static @Nullable TextField editor(LiveWindow window) {
        return window.find(".psh-cell-editor") instanceof TextField field && field.isFocused() ? field : null;
    }

    @SuppressWarnings("unchecked") // the grid's rows
    private static TableView<MetricRow> table(LiveWindow window) {
        return (TableView<MetricRow>) Objects.requireNonNull(window.find("#metric-grid"));
    }

    private static MetricRow row(LiveWindow window, String metric) {
        return table(window).getItems().stream()
                .filter(r -> r.line().metric().name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static AssetMetric stored(LiveWindow window) {
        return window.site.session.metrics().ofAsset(window.site.id("Ammonia compressor C-401")).stream()
                .filter(m -> m.name().equals("suction_pressure"))
                .findFirst()
                .orElseThrow();
    }
}
