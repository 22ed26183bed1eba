package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.site.Shift;
import com.prosynchub.model.site.SiteSettings;
import com.prosynchub.ui.NoticeLog;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.trends.TimeRangeViewModel.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeRangeViewModelTest {
    private final SamplePlant site = new SamplePlant("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner(new ManualUiScheduler(SamplePlant.NOW));
    private final NoticeLog notices = new NoticeLog();
    private final Formats formats = new Formats(ZoneOffset.UTC, Locale.UK, InstantSource.fixed(SamplePlant.NOW));
    private final TrendsViewModel page =
            new TrendsViewModel(TrendPanelViewModel.Services.of(site.services, formats), tasks, notices);
    private final TimeRangeViewModel model = model();

    private TimeRangeViewModel model() {
        SiteSettings fresh = site.session.siteSettings().read();
        site.session
                .siteSettings()
                .save(new SiteSettings(
                        fresh.workingDays(),
                        List.of(new Shift("Night", LocalTime.of(22, 0), LocalTime.of(6, 0))),
                        List.of(),
                        fresh.codes(),
                        fresh.numbering(),
                        fresh.revision()));
        TimeRangeViewModel made = new TimeRangeViewModel(
                site.services.siteSettings(), site.services.workOrders(), page, tasks, notices, formats);
        made.load();
        return made;
    }

    @AfterEach
    void english() {
        Language.of("en").orElseThrow().use();
    }

    private TrendModel chart() {
        return page.chosenProperty().get().model();
    }

    @Test
    void whatFitsIsOfferedWhileTyping() {
        assertThat(model.offers("yest"))
                .extracting(Offer::words)
                .containsExactly("yesterday", "yesterday's Night shift");
        assertThat(model.offers("3"))
                .extracting(Offer::words)
                .contains("last 3 min", "last 3 h", "last 3 days", "last 30 days");
        assertThat(model.offers("6:00 - 7:00")).extracting(Offer::words).containsExactly("6:00 - 7:00");
        assertThat(model.offers("no such time")).isEmpty();
    }

    @Test
    void aStretchOfTimeIsShownAndKeptWithThePage() {
        model.say("last 3 h");
        assertThat(chart().isFollowing()).isTrue();
        assertThat(chart().window().span()).isEqualTo(Duration.ofHours(3).toMillis());
        model.say("yesterday's night shift");
        assertThat(chart().isFollowing()).isFalse();
        assertThat(chart().window().start()).isEqualTo(Instant.parse("2026-01-14T22:00:00Z"));
        assertThat(page.page().time()).isEqualTo("yesterday's night shift");
    }

    @Test
    void sinceAWorkOrderIsLookedUp() {
        assertThat(model.orderIn("since order valve")).contains("valve");
        model.say("since order no such order");
        assertThat(notices.last()).contains("No work order with “no such order” was found.");
        model.say("blue moon");
        assertThat(notices.last()).contains("“blue moon” is no stretch of time.");
    }

    /** Whatever is offered in a language means the same again when it is typed. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyOfferIsUnderstood(Language language) {
        language.use();
        List<Offer> offers = model.offers("");
        assertThat(offers).hasSize(TimeRangeViewModel.OFFERS);
        for (String typed : List.of("2", "night", "Night", "h")) {
            for (Offer offer : model.offers(typed)) {
                model.say(offer.words());
                assertThat(chart().window().span())
                        .as(offer.words())
                        .isEqualTo(offer.range().length().toMillis());
            }
        }
        assertThat(model.offers("Night")).as("shifts in %s", language).hasSize(2);
        assertThat(notices.said).isEmpty();
    }
}
