package com.prosynchub.ui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Samples;
import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.SamplePlant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ingest screen in the window, for those who may see it and for the one who may act. */
@ExtendWith(FxToolkitExtension.class)
class IngestScreenFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private LiveWindow open(String role) {
        LiveWindow window = LiveWindow.onAssets(role);
        opened = window;
        UUID pump = window.site.id("Separator S-210");
        window.site
                .services
                .ingest()
                .ingest(
                        "files",
                        List.of(
                                new IncomingSample(pump, SamplePlant.NOW, Map.of("unheard_of", 1.5), Map.of()),
                                new IncomingSample(pump, SamplePlant.NOW, Map.of("neither", 2.0), Map.of())));
        Fx.run(() -> window.shell().navigator().open("ingest"));
        return window;
    }

    @Test
    void anAdministratorTriesAValueAgainThatThePlantKnowsByNow() {
        LiveWindow window = open("Administrator");
        Fx.until(() -> window.find("#ingest-letters") != null
                && letters(window).getItems().size() == 2);
        window.awaitWords("Imported files");
        assertThat(Fx.call(() -> window.get("#ingest-replay", Button.class).isDisabled()))
                .isTrue();
        window.site
                .plant
                .session("Manager")
                .metrics()
                .insert(Samples.metric(window.site.id("Separator S-210"), "unheard_of", MetricLimits.NONE));
        Fx.run(() -> letters(window)
                .getSelectionModel()
                .select(letters(window).getItems().stream()
                        .filter(letter -> letter.refused().metric().equals("unheard_of"))
                        .findFirst()
                        .orElseThrow()));
        window.hands.clickOn(window.get("#ingest-replay", Button.class));
        window.awaitWords("One value went in.");
        Fx.until(() -> letters(window).getItems().size() == 1);
    }

    @Test
    void plannersAndOperatorsLookOnly() {
        for (String role : List.of("Manager", "Operator")) {
            LiveWindow window = open(role);
            Fx.until(() -> window.find("#ingest-letters") != null
                    && letters(window).getItems().size() == 2);
            assertThat(Fx.call(() -> window.find("#ingest-replay") == null && window.find("#ingest-discard") == null))
                    .as(role)
                    .isTrue();
            close();
        }
    }

    @Test
    void forOthersTheScreenIsNotThere() {
        for (String role : List.of("Technician", "Viewer")) {
            LiveWindow window = LiveWindow.onAssets(role);
            opened = window;
            assertThat(Fx.call(() -> window.find("#rail-ingest"))).as(role).isNull();
            close();
        }
    }

    @SuppressWarnings("unchecked")
    private static TableView<DeadLetter> letters(LiveWindow window) {
        return (TableView<DeadLetter>) Objects.requireNonNull(window.find("#ingest-letters"));
    }
}
