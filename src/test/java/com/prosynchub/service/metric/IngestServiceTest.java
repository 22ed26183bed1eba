package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.LetterFilter;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.session.SessionServices;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IngestServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final FakePlant plant = new FakePlant();
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final FakeRelationalSession manager = plant.session("Manager");
    private final UUID pump =
            manager.assets().insert(Records.asset("Pump", 1, null)).id();
    private final SessionServices services = SessionServices.open(plant.session("Administrator"), documents, CLOCK);
    private final IngestService service = services.ingestLog();

    @Test
    void whatThePlantLearntSinceGoesInAndTheRestSaysWhyNot() {
        bring(sample(0, "flow", 1), sample(1, "flow", 2), sample(2, "level", 3), sample(3, "level", Double.NaN));
        manager.metrics().insert(Samples.metric(pump, "flow", MetricLimits.NONE));

        IngestService.Replayed done = service.replay(ids(LetterFilter.ALL));

        assertThat(done).isEqualTo(new IngestService.Replayed(2, 2));
        assertThat(letters(LetterFilter.ALL))
                .extracting(letter -> letter.refused().metric())
                .containsExactly("level", "level");
        assertThat(documents.metricHistory().count(pump, Instant.EPOCH, NOW)).isEqualTo(2);
        assertThat(manager.metrics().ofAsset(pump).getFirst().value()).isEqualByComparingTo("2");
        assertThat(plant.ingest().counts(IngestService.REPLAY).accepted()).isEqualTo(2);
        assertThat(plant.ingest().counts(IngestService.REPLAY).refused())
                .as("counted once, by their source")
                .isZero();
    }

    @Test
    void theReasonOfTodayReplacesTheOldOne() {
        bring(new IncomingSample(pump, NOW, Map.of("flow", 1.0), Map.of("flow", "psi")));
        assertThat(letters(LetterFilter.ALL).getFirst().refused().reason()).isEqualTo(Reason.UNKNOWN_METRIC);
        manager.metrics().insert(Samples.metric(pump, "flow", MetricLimits.NONE));
        assertThat(service.replay(ids(LetterFilter.ALL))).isEqualTo(new IngestService.Replayed(0, 1));
        assertThat(letters(LetterFilter.ALL).getFirst().refused())
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_UNIT))
                .satisfies(refused -> assertThat(refused.detail()).isEqualTo("bar"));
    }

    @Test
    void aStoreThatIsAwayLosesNoLetter() {
        bring(sample(0, "flow", 1));
        manager.metrics().insert(Samples.metric(pump, "flow", MetricLimits.NONE));
        documents.stop();
        assertThatThrownBy(() -> service.replay(ids(LetterFilter.ALL)))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
        assertThat(letters(LetterFilter.ALL)).hasSize(1);
    }

    @Test
    void lettersAreFoundBySourceReasonAndName() {
        bring(sample(0, "flow", 1), sample(1, "level", 3));
        services.ingest()
                .ingest("files", List.of(new IncomingSample(UUID.randomUUID(), NOW, Map.of("x", 1.0), Map.of())));
        assertThat(letters(new LetterFilter("files", null, ""))).hasSize(1);
        assertThat(letters(new LetterFilter(null, Reason.UNKNOWN_METRIC, ""))).hasSize(2);
        assertThat(letters(new LetterFilter(null, null, "FLO"))).hasSize(1);
        assertThat(letters(new LetterFilter(null, null, "pum"))).hasSize(2);
        assertThat(service.letters(LetterFilter.ALL, PageRequest.first(2)).next())
                .isNotNull();
    }

    @Test
    void discardedLettersAreGone() {
        bring(sample(0, "flow", 1), sample(1, "level", 3));
        assertThat(service.discard(ids(new LetterFilter(null, null, "flow")))).isEqualTo(1);
        assertThat(letters(LetterFilter.ALL)).hasSize(1);
        assertThat(service.sources())
                .extracting(source -> source.name() + " " + source.counts().refused())
                .containsExactly("tests 2");
    }

    private void bring(IncomingSample... samples) {
        services.ingest().ingest("tests", List.of(samples));
    }

    private List<Long> ids(LetterFilter filter) {
        return letters(filter).stream().map(DeadLetter::id).toList();
    }

    private List<DeadLetter> letters(LetterFilter filter) {
        Page<DeadLetter> page = service.letters(filter, PageRequest.first(100));
        return page.items();
    }

    private IncomingSample sample(int second, String metric, double value) {
        return new IncomingSample(pump, NOW.minusSeconds(60 - second), Map.of(metric, value), Map.of());
    }
}
