package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.model.change.Change;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.health.StoreHealthService;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusLineViewModelTest {
    private final Messages messages = Messages.of("shell");
    private final UiSite site = new UiSite("Viewer");
    private final FakeRelationalGate gate = new FakeRelationalGate(site.plant);
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private OptionalDouble free = OptionalDouble.empty();
    private final Formats formats =
            new Formats(ZoneOffset.UTC, Locale.UK, tasks.ui().clock());
    private final StatusLineViewModel model = new StatusLineViewModel(
            new StoreHealthService(gate, site.documents, null, () -> free, Clock.systemUTC()),
            site.services.changes(),
            tasks,
            formats);

    @Test
    void theNewestValueAgesByItself() {
        model.start();
        assertThat(model.newestProperty().get()).isEqualTo(messages.text("status.newest.none"));
        site.plant.feed().publish(new Change(ChangeService.METRICS, Change.Kind.UPDATED, Set.of()));
        tasks.ui().advance(Duration.ofSeconds(1));
        assertThat(model.newestProperty().get()).contains("1 s");
        tasks.ui().advance(Duration.ofSeconds(179));
        assertThat(model.newestProperty().get()).contains("3 min");
        site.plant.feed().publish(new Change(ChangeService.METRICS, Change.Kind.UPDATED, Set.of()));
        tasks.ui().advance(Duration.ofSeconds(1));
        assertThat(model.newestProperty().get()).contains("1 s");
    }

    @Test
    void anOlderValueDoesNotMakeTheNewestOlder() {
        model.start();
        model.sawValue(tasks.ui().clock().instant());
        model.sawValue(tasks.ui().clock().instant().minusSeconds(600));
        model.sawValue(null);
        tasks.ui().advance(Duration.ofSeconds(2));
        assertThat(model.newestProperty().get()).contains("2 s");
    }

    @Test
    void theClockGoesOn() {
        model.start();
        String before = model.siteTimeProperty().get();
        tasks.ui().advance(Duration.ofMinutes(1));
        assertThat(model.siteTimeProperty().get()).isNotEqualTo(before).endsWith("Z");
    }

    @Test
    void whatIsDownIsSaidWithinThreeSecondsAndTakenBack() {
        model.start();
        assertThat(model.bannerProperty().get()).isEmpty();
        assertThat(model.stores()).extracting(StoreLine::reachable).containsExactly(true, true);
        site.documents.stop();
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get()).isEqualTo(messages.text("banner.document"));
        assertThat(model.stores().getLast().detail()).containsExactly("The document store does not answer.");
        gate.reachable(false);
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get()).isEqualTo(messages.text("banner.both"));
        site.documents.start();
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get()).isEqualTo(messages.text("banner.relational"));
        gate.reachable(true);
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get()).isEmpty();
    }

    @Test
    void aFeedThatIsCutIsSaid() {
        model.start();
        site.plant.feed().disconnect();
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get()).isEqualTo(messages.text("banner.feed"));
    }

    @Test
    void aDiskThatRunsShortIsSaidBesideWhatIsDown() {
        model.start();
        free = OptionalDouble.of(0.062);
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get()).isEqualTo(messages.text("banner.disk", "6.2"));
        site.documents.stop();
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get())
                .isEqualTo(messages.text("banner.document") + " " + messages.text("banner.disk", "6.2"));
        site.documents.start();
        free = OptionalDouble.of(0.3);
        tasks.ui().advance(Duration.ofSeconds(3));
        assertThat(model.bannerProperty().get()).isEmpty();
    }

    @Test
    void afterItsEndNothingRuns() {
        model.start();
        model.start();
        assertThat(site.plant.feed().subscriptions()).isEqualTo(1);
        model.stop();
        assertThat(site.plant.feed().subscriptions()).isZero();
        assertThat(tasks.ui().pendingTicks()).isZero();
    }
}
