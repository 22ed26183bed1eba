package com.prosynchub.ui;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people did at the sample plant that morning, for pictures and tests of the feed. */
public final class SampleFeed {
    private final SamplePlant site;
    private int minutes;

    public SampleFeed(SamplePlant site) {
        this.site = site;
    }

    /** A morning of two people, at the compressor, a work order, a place and their accounts. */
    public SampleFeed morning() {
        UUID tom = site.plant.user("tom", "Manager").id();
        UUID priya = site.plant.user("priya", "Operator").id();
        WorkOrder order = site.session
                .workOrders()
                .list(Set.of(), PageRequest.first(1))
                .items()
                .getFirst();
        RecordKey work = RecordKey.of("WORK_ORDER", order.id());
        RecordKey compressor = RecordKey.of("ASSET", site.id("Ammonia compressor C-401"));
        did(priya, "LOGIN", null, "Signed in", null);
        did(
                tom,
                "WORK_ORDER_CHECKLIST_UPDATED",
                work,
                "Completed step “Leak test”",
                "Leak test",
                "is_completed",
                "notes");
        did(
                tom,
                "WORK_ORDER_UPDATED",
                work,
                "Moved work order “" + order.title() + "” from Open to In Progress",
                order.title(),
                "status");
        did(
                priya,
                "ASSET_UPDATED",
                compressor,
                "Moved asset “C” from Warning to Critical",
                "Ammonia compressor C-401",
                "status",
                "health_score");
        did(
                tom,
                "ASSET_METRIC_UPDATED",
                compressor,
                "Changed",
                "discharge_temperature",
                "critical_threshold",
                "warning_threshold");
        Location hall = site.session.locations().all().getFirst();
        did(
                tom,
                "LOCATION_UPDATED",
                RecordKey.of("LOCATION", hall.id()),
                "Changed",
                hall.name(),
                "address",
                "postal_code");
        did(tom, "PART_CREATED", RecordKey.of("PART", UUID.randomUUID()), "Created", "Shaft seal 40 mm");
        did(tom, "USER_UPDATED", RecordKey.of("USER", priya), "Changed", "priya", "department");
        return this;
    }

    /** One more line, older than those before it. */
    public Activity did(
            UUID who, String type, @Nullable RecordKey record, String text, @Nullable String name, String... changed) {
        minutes += 9;
        return did(who, type, record, text, name, Duration.ofMinutes(minutes), changed);
    }

    /** One line of that age. */
    public Activity did(
            UUID who,
            String type,
            @Nullable RecordKey record,
            String text,
            @Nullable String name,
            Duration ago,
            String... changed) {
        Map<String, Object> info = new LinkedHashMap<>();
        if (name != null) {
            info.put(Activity.NAME, name);
        }
        info.put(Activity.CHANGED, List.of(changed));
        if (record != null) {
            info.put(Activity.RECORD, record.text());
        }
        UUID target = record == null ? null : record.uuid();
        Activity activity = new Activity(
                UUID.randomUUID(),
                who,
                type,
                text,
                SamplePlant.NOW.minus(ago),
                target,
                record == null || target == null ? null : record.type(),
                info);
        site.documents.activities().insert(activity);
        return activity;
    }
}
