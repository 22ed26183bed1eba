package com.prosynchub.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityKind;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.ui.SampleFeed;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private final SamplePlant site = new SamplePlant("Manager");
    private final MemoryPreferences preferences = new MemoryPreferences();
    private final UUID tom = site.plant.user("tom", "Manager").id();
    private final UUID priya = site.plant.user("priya", "Operator").id();
    private final RecordKey pump = RecordKey.of("ASSET", site.id("Separator S-210"));
    private final RecordKey order = RecordKey.of("WORK_ORDER", UUID.randomUUID());
    private final SampleFeed feed = new SampleFeed(site);
    private final ActivityViewModel model;

    ActivityViewModelTest() {
        feed.did(tom, "ASSET_UPDATED", pump, "Changed", "Separator S-210", "model");
        feed.did(tom, "WORK_ORDER_CREATED", order, "Created", "Grease");
        feed.did(priya, "ASSET_METRIC_UPDATED", pump, "Changed", "speed", Duration.ofDays(2), "max_threshold");
        model = open();
    }

    private ActivityViewModel open() {
        ActivityViewModel made = new ActivityViewModel(
                site.services.activities(),
                site.services.workOrders(),
                new DirectTaskRunner(),
                preferences,
                new Formats(ZoneOffset.UTC, Locale.UK, InstantSource.fixed(SamplePlant.NOW)));
        made.feed().watch(true);
        made.load();
        return made;
    }

    @Test
    void narrowsByKindPersonAndDays() {
        int all = model.feed().lines().size();
        assertThat(all).isGreaterThan(4);
        model.person.set(tom);
        assertThat(types()).containsExactly("ASSET_UPDATED", "WORK_ORDER_CREATED");
        model.kind.set(ActivityKind.WORK_ORDER);
        assertThat(types()).containsExactly("WORK_ORDER_CREATED");
        model.kind.set(null);
        model.person.set(priya);
        assertThat(types()).containsExactly("ASSET_METRIC_UPDATED");
        LocalDate today = LocalDate.ofInstant(SamplePlant.NOW, ZoneOffset.UTC);
        model.from.set(today);
        assertThat(types()).isEmpty();
        model.from.set(today.minusDays(2));
        model.until.set(today.minusDays(2));
        assertThat(types()).containsExactly("ASSET_METRIC_UPDATED");
        model.person.set(null);
        model.from.set(null);
        model.until.set(null);
        assertThat(model.feed().lines()).hasSize(all);
    }

    @Test
    void onlyTheRecordOrThePersonOfALine() {
        model.onlyRecordOf(line("ASSET_METRIC_UPDATED"));
        assertThat(types()).containsExactly("ASSET_UPDATED", "ASSET_METRIC_UPDATED");
        assertThat(model.onlyRecordProperty().get()).isEqualTo("asset");
        model.onlyRecordOf(line("ASSET_UPDATED"));
        assertThat(model.onlyRecordProperty().get()).isEqualTo("asset “Separator S-210”");
        model.onlyPersonOf(line("ASSET_METRIC_UPDATED"));
        assertThat(types()).containsExactly("ASSET_METRIC_UPDATED");
        assertThat(model.people()).extracting(p -> p.id()).contains(priya);
        model.onlyRecordOf(null);
        model.person.set(null);
        assertThat(types()).contains("WORK_ORDER_CREATED");
    }

    @Test
    void anotherScreenAsksForAPersonOrARecord() {
        model.kind.set(ActivityKind.PART);
        model.onlyFollowed.set(true);
        model.open(new RecordKey(ActivityViewModel.PERSON, tom.toString()));
        assertThat(types()).containsExactly("ASSET_UPDATED", "WORK_ORDER_CREATED");
        model.open(order);
        assertThat(types()).containsExactly("WORK_ORDER_CREATED");
        assertThat(model.person.get()).isNull();
        assertThat(model.onlyRecordProperty().get()).isEqualTo("work order");
    }

    @Test
    void followedRecordsAreKeptAndShownAlone() {
        model.onlyFollowed.set(true);
        assertThat(types()).as("nothing is followed yet").isEmpty();
        model.onlyFollowed.set(false);
        ActivityLine created = line("WORK_ORDER_CREATED");
        model.follow(created);
        assertThat(model.follows(created)).isTrue();
        model.onlyFollowed.set(true);
        assertThat(types()).containsExactly("WORK_ORDER_CREATED");
        ActivityViewModel later = open();
        assertThat(later.followed()).containsExactly(order);
        later.follow(created);
        assertThat(later.follows(created)).isFalse();
        assertThat(preferences.get(ActivityViewModel.FOLLOWED)).contains("");
    }

    @Test
    void notEndlesslyMany() {
        for (int i = 0; i < ActivityViewModel.MOST_FOLLOWED; i++) {
            Activity activity = feed.did(tom, "PART_CREATED", RecordKey.of("PART", UUID.randomUUID()), "Created", "x");
            model.follow(new ActivityLine(activity, "tom"));
        }
        assertThat(model.mayFollow(line("WORK_ORDER_CREATED"))).isFalse();
        model.follow(line("WORK_ORDER_CREATED"));
        assertThat(model.followed()).hasSize(ActivityViewModel.MOST_FOLLOWED);
        assertThat(model.mayFollow(line("LOGIN"))).isFalse();
    }

    private ActivityLine line(String type) {
        return model.feed().lines().stream()
                .filter(line -> line.activity().type().equals(type))
                .findFirst()
                .orElseGet(() -> new ActivityLine(feed.did(tom, type, null, "Did", null), ""));
    }

    private List<String> types() {
        return model.feed().lines().stream().map(line -> line.activity().type()).toList();
    }
}
