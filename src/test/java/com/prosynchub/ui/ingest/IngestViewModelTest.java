package com.prosynchub.ui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Samples;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.IngestSource;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.NoticeLog;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IngestViewModelTest {
    private final SamplePlant site = new SamplePlant("Administrator");
    private final UUID pump = site.id("Separator S-210");
    private final NoticeLog notices = new NoticeLog();
    private final IngestViewModel model =
            new IngestViewModel(site.services.ingestLog(), new DirectTaskRunner(), notices);

    @Test
    void beforeAnythingCameItSaysSo() {
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.empty());
    }

    @Test
    void showsSourcesAndWhatWasRefused() {
        bring(sample("unheard_of", 1, Map.of()));
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
        assertThat(model.sources()).extracting(IngestSource::name).containsExactly("files");
        assertThat(model.letters()).extracting(model::why).containsExactly("Unknown metric");
        assertThat(model.sourceName("files")).isEqualTo("Imported files");
        assertThat(model.sourceName("line 4")).isEqualTo("line 4");
    }

    @Test
    void aFilterThatFindsNothingIsNoEmptyScreen() {
        bring(sample("unheard_of", 1, Map.of()));
        model.load();
        model.reason.set(Reason.FUTURE);
        assertThat(model.letters()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
        model.reason.set(null);
        model.text.set("unheard");
        assertThat(model.letters()).hasSize(1);
        model.source.set("simulator");
        assertThat(model.letters()).isEmpty();
    }

    @Test
    void saysWhichUnitIsExpectedAndWhatWasNotUnderstood() {
        assertThat(model.why(letter(Reason.WRONG_UNIT, "bar"))).isEqualTo("Wrong unit: kept in bar");
        assertThat(model.why(letter(Reason.UNREADABLE, "a.csv, line 3: the time is empty")))
                .isEqualTo("a.csv, line 3: the time is empty");
        assertThat(model.why(letter(Reason.FUTURE, ""))).isEqualTo("Time in the future");
    }

    @Test
    void triesAgainAndTellsWhatBecameOfIt() {
        bring(sample("unheard_of", 1, Map.of()), sample("neither", 2, Map.of()));
        site.plant.session("Manager").metrics().insert(Samples.metric(pump, "unheard_of", MetricLimits.NONE));
        model.load();
        model.replay(List.copyOf(model.letters()));
        assertThat(notices.said.getLast()).contains("1 went in; 1 were refused again");
        assertThat(model.letters())
                .extracting(letter -> letter.refused().metric())
                .containsExactly("neither");
        model.discard(List.copyOf(model.letters()));
        assertThat(notices.said.getLast()).contains("One value was discarded");
        assertThat(model.letters()).isEmpty();
    }

    @Test
    void pagesOnAndKeepsWhatIsShownWhenReadAgain() {
        List<IncomingSample> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(sample("m" + i, i, Map.of()));
        }
        bring(many.toArray(IncomingSample[]::new));
        model.load();
        assertThat(model.letters()).hasSize(IngestViewModel.PAGE);
        model.loadMore();
        model.loadMore();
        assertThat(model.letters()).hasSize(250);
        assertThat(model.moreProperty().get()).isFalse();
        model.load();
        assertThat(model.letters()).hasSize(250);
    }

    @Test
    void aStoreThatIsAwayFailsAnEmptyScreenAndLeavesAFullOne() {
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        model.load();
        assertThat(model.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
        site.plant.failAlways(null);
        bring(sample("unheard_of", 1, Map.of()));
        model.load();
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
        assertThat(model.letters()).hasSize(1);
    }

    private void bring(IncomingSample... samples) {
        site.services.ingest().ingest("files", List.of(samples));
    }

    private IncomingSample sample(String metric, double value, Map<String, String> units) {
        return new IncomingSample(pump, SamplePlant.NOW, Map.of(metric, value), units);
    }

    private static DeadLetter letter(Reason reason, String detail) {
        return new DeadLetter(
                1,
                "files",
                new RefusedValue(UUID.randomUUID(), "flow", 1, "psi", Instant.EPOCH, reason, detail),
                null,
                Instant.EPOCH);
    }
}
