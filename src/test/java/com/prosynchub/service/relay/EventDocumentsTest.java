package com.prosynchub.service.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityKind;
import com.prosynchub.model.audit.AuditActions;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.notice.Notification;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventDocumentsTest {
    private final Events events = new Events();
    private final UUID id = UUID.randomUUID();

    @Test
    void aChangeReadsAsASentenceAndNamesTheColumns() {
        Activity activity = feed(events.asset(
                id,
                "UPDATE",
                Map.of("name", "P-101", "model", "A", "row_version", 1),
                Map.of("name", "P-101", "model", "B", "row_version", 2)));
        assertThat(activity.type()).isEqualTo("ASSET_UPDATED");
        assertThat(activity.description()).isEqualTo("Changed asset “P-101”");
        assertThat(activity.additionalInfo()).containsEntry("changed", List.of("model"));
        assertThat(activity.targetId()).isEqualTo(id);
    }

    @Test
    void aMoveBetweenStatusesSaysBoth() {
        Map<String, Object> before = order("Open", null);
        assertThat(feed(events.of("UPDATE", "WORK_ORDER", id, before, order("On Hold", null)))
                        .description())
                .isEqualTo("Moved work order “Change seal” from Open to On Hold");
    }

    @Test
    void creationDeletionAndSignInHaveTheirWords() {
        assertThat(feed(events.of("CREATE", "PART", id, Map.of(), Map.of("name", "Seal")))
                        .description())
                .isEqualTo("Created part “Seal”");
        assertThat(feed(events.of("DELETE", "LOCATION", id, Map.of("name", "Hall 2"), Map.of()))
                        .description())
                .isEqualTo("Deleted location “Hall 2”");
        assertThat(feed(events.of("LOGIN", "SESSION", id, Map.of(), Map.of())).type())
                .isEqualTo("LOGIN");
    }

    @Test
    void aPartOfARecordStandsOnTheRecordsScreen() {
        UUID order = UUID.randomUUID();
        Map<String, Object> step = Map.of("task", "Look", "work_order_id", order.toString());
        assertThat(feed(events.of("DELETE", "WORK_ORDER_CHECKLIST", id, step, Map.of()))
                        .record())
                .contains(RecordKey.of("WORK_ORDER", order));
        assertThat(feed(events.of("CREATE", "LOCATION", null, Map.of(), Map.of("name", "Hall", "location_id", 7)))
                        .record())
                .contains(new RecordKey("LOCATION", "7"));
        assertThat(feed(events.of("CREATE", "PART", id, Map.of(), Map.of("name", "Seal")))
                        .record())
                .contains(RecordKey.of("PART", id));
        assertThat(feed(events.of("LOGIN", "SESSION", id, Map.of(), Map.of())).additionalInfo())
                .doesNotContainKey(Activity.RECORD);
    }

    @Test
    void everyLineIsOfExactlyOneKind() {
        List<String> entities = List.of(
                "USER",
                "USER_LOCATION",
                "ROLE",
                "PERMISSION",
                "ROLE_PERMISSION",
                "ASSET",
                "ASSET_TYPE",
                "ASSET_METRIC",
                "METRIC_SETTINGS",
                "METRIC_NOTE",
                "TREND_VIEW",
                "LOCATION",
                "WORK_ORDER",
                "WORK_ORDER_CHECKLIST",
                "WORK_ORDER_PART",
                "PART",
                "SITE",
                "SITE_SETTINGS",
                "USER_PREFERENCES");
        for (String action : AuditActions.ALL) {
            for (String entity : entities) {
                String type = EventTexts.type(events.of(action, entity, id, Map.of(), Map.of()));
                assertThat(Arrays.stream(ActivityKind.values())
                                .filter(kind -> kind.types().contains(type)))
                        .as(type)
                        .hasSize(1);
            }
        }
    }

    @Test
    void importedMetricsAndFailedSignInsStayOutOfTheFeed() {
        assertThat(EventDocuments.activity(events.of("CREATE", "ASSET_METRIC", id, Map.of(), Map.of())))
                .isEmpty();
        assertThat(EventDocuments.activity(events.of("LOGIN_FAILED", "SESSION", id, Map.of(), Map.of())))
                .isEmpty();
    }

    @Test
    void theAssigneeIsToldOnceAndAlwaysUnderTheSameId() {
        AuditEntry assigned = events.of("UPDATE", "WORK_ORDER", id, order("Open", null), order("Open", Events.ANN));
        List<Notification> notices = EventDocuments.notifications(assigned);
        assertThat(notices).hasSize(1).isEqualTo(EventDocuments.notifications(assigned));
        assertThat(notices.getFirst().userId()).isEqualTo(Events.ANN);
        assertThat(notices.getFirst().message()).isEqualTo("“Change seal”, priority Critical");
        assertThat(notices.getFirst().type()).isEqualTo(Notification.Type.WARNING);
        assertThat(notices.getFirst().relatedEntityId()).isEqualTo(id);
    }

    @Test
    void whoAssignsThemselvesIsNotTold() {
        assertThat(EventDocuments.notifications(
                        events.of("CREATE", "WORK_ORDER", id, Map.of(), order("Open", Events.JO))))
                .isEmpty();
    }

    @Test
    void theCreatorHearsOfTheCompletion() {
        Map<String, Object> after = new LinkedHashMap<>(order("Completed", null));
        after.put("created_by", Events.ANN.toString());
        assertThat(EventDocuments.notifications(
                        events.of("UPDATE", "WORK_ORDER", id, order("In Progress", null), after)))
                .extracting(Notification::title, Notification::userId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Work order completed", Events.ANN));
    }

    private static Activity feed(AuditEntry event) {
        return EventDocuments.activity(event).orElseThrow();
    }

    private static Map<String, Object> order(String status, @org.jspecify.annotations.Nullable UUID assignee) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("title", "Change seal");
        order.put("status", status);
        order.put("priority", "Critical");
        if (assignee != null) {
            order.put("assigned_to_id", assignee.toString());
        }
        return order;
    }
}
