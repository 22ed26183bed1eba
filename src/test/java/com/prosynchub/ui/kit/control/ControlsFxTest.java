package com.prosynchub.ui.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkitExtension.class)
class ControlsFxTest {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final Formats formats = new Formats(ZoneId.of("UTC"), Locale.UK, ui.clock());

    @Test
    void aValueThatIsTooOldNeverLooksCurrent() {
        Fx.run(() -> {
            MetricValueLabel label = new MetricValueLabel(formats);
            label.show(new Reading(68.44, 1, "°C", ui.clock().instant(), Grade.CRITICAL, Duration.ofSeconds(20)));
            assertThat(texts(label)).containsExactly("68.4", "°C", "0 s");
            assertThat(label.getStyleClass()).contains("psh-critical");
            ui.advance(Duration.ofSeconds(21));
            label.tick();
            assertThat(texts(label)).containsExactly("68.4", "°C", "21 s");
            assertThat(label.getStyleClass()).contains("psh-stale").doesNotContain("psh-critical");
            label.show(null);
            assertThat(texts(label)).containsExactly("–", "", "");
        });
    }

    @Test
    void searchWaitsForAPauseAndEscapeClears() {
        List<String> searched = new ArrayList<>();
        Fx.run(() -> {
            SearchField field = new SearchField(ui, searched::add);
            field.setText("pu");
            field.setText("pump ");
            ui.advance(SearchField.QUIET);
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        });
        assertThat(searched).containsExactly("pump", "");
    }

    @Test
    void violationsLandBelowTheirFields() {
        Fx.run(() -> {
            Form form = new Form(2);
            FormField name = form.add("name", "Name", new TextField());
            FormField serial = form.add("serialNumber", "Serial number", new TextField());
            List<Violation> homeless = form.show(new Failure.Invalid(
                    List.of(new Violation("name", "tooLong", List.of(100)), new Violation("", "cycle", List.of()))));
            assertThat(name.hasError()).isTrue();
            assertThat(serial.hasError()).isFalse();
            assertThat(homeless).extracting(Violation::rule).containsExactly("cycle");
            form.clear();
            assertThat(name.hasError()).isFalse();
        });
    }

    @Test
    void everyGradeIsToldByWordAndLetterToo() {
        Fx.run(() -> {
            for (Grade grade : Grade.values()) {
                assertThat(SeverityBadge.of(grade).getAccessibleText()).isNotBlank();
            }
            assertThat(List.of(Grade.values()).stream().map(Grade::letter).distinct())
                    .hasSize(6);
        });
    }

    @Test
    void columnWidthsAreRemembered() {
        Fx.run(() -> {
            MemoryPreferences prefs = new MemoryPreferences();
            prefs.putInt("table.assets.name", 222);
            TableView<String> table = new TableView<>();
            TableColumn<String, String> name = Columns.text("Name", row -> row);
            name.setId("name");
            table.getColumns().add(name);
            Columns.remember(table, prefs, "assets");
            assertThat(name.getPrefWidth()).isEqualTo(222);
        });
    }

    private static List<String> texts(MetricValueLabel label) {
        return label.getChildren().stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
