package com.prosynchub.service.relay;

import com.prosynchub.data.DocumentIds;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.notice.NoticeKind;
import com.prosynchub.model.notice.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents an event becomes besides its audit entry. The same event always gives the same ones under the same
 * ids, so that delivering it again stores nothing new. Stateless.
 */
final class EventDocuments {
    /** What an import makes by the thousand, and what attackers could make at will, stays out of the feed. */
    private static final Set<String> NOT_IN_FEED = Set.of(
            "ASSET_METRIC_CREATED",
            "LOGIN_FAILED",
            "LOGIN_THROTTLED",
            "REFUSED",
            "ROLE_PERMISSION_CREATED",
            "USER_PREFERENCES_CREATED");

    /** Records that have no screen of their own: whose they are, and the column that says so. */
    private static final Map<String, RecordKey> OWNERS = Map.of(
            "ASSET_METRIC", new RecordKey("ASSET", "asset_id"),
            "METRIC_SETTINGS", new RecordKey("ASSET", "asset_id"),
            "METRIC_NOTE", new RecordKey("ASSET", "asset_id"),
            "WORK_ORDER_CHECKLIST", new RecordKey("WORK_ORDER", "work_order_id"),
            "WORK_ORDER_PART", new RecordKey("WORK_ORDER", "work_order_id"),
            "ROLE_PERMISSION", new RecordKey("ROLE", "role_id"),
            "USER_LOCATION", new RecordKey("USER", "user_id"),
            // and those whose key is a number, which the event itself can not carry
            "LOCATION", new RecordKey("LOCATION", "location_id"),
            "ASSET_TYPE", new RecordKey("ASSET_TYPE", "asset_type_id"),
            "ROLE", new RecordKey("ROLE", "role_id"));

    private static final Set<String> STAMPS = Set.of("updated_at", "updated_by", "row_version");

    private EventDocuments() {}

    /** The line of the feed, where the event has a person and deserves one. */
    static Optional<Activity> activity(AuditEntry event) {
        UUID user = event.userId();
        String type = EventTexts.type(event);
        if (user == null || NOT_IN_FEED.contains(type)) {
            return Optional.empty();
        }
        UUID target = event.entityId();
        return Optional.of(new Activity(
                event.eventId(),
                user,
                type,
                EventTexts.description(event),
                event.timestamp(),
                target,
                target == null ? null : event.entityType(),
                info(event)));
    }

    private static Map<String, Object> info(AuditEntry event) {
        Map<String, Object> info = new LinkedHashMap<>();
        String name = EventTexts.name(event);
        if (name != null) {
            info.put(Activity.NAME, name);
        }
        if (event.action().equals("UPDATE")) {
            info.put(Activity.CHANGED, changed(event));
        }
        RecordKey record = record(event);
        if (record != null) {
            info.put(Activity.RECORD, record.text());
        }
        return info;
    }

    /** The record on whose screen the event is read; null where it has none, such as a sign-in. */
    private static @Nullable RecordKey record(AuditEntry event) {
        RecordKey owner = OWNERS.get(event.entityType());
        UUID id = event.entityId();
        if (owner != null) {
            Object key = event.newState()
                    .getOrDefault(owner.key(), event.previousState().get(owner.key()));
            return key == null ? null : RecordKey.of(owner.type(), key);
        }
        return id == null || event.entityType().equals("SESSION") ? null : RecordKey.of(event.entityType(), id);
    }

    /** Names of the columns whose value differs. */
    private static List<String> changed(AuditEntry event) {
        Set<String> columns = new TreeSet<>(event.newState().keySet());
        columns.addAll(event.previousState().keySet());
        columns.removeAll(STAMPS);
        columns.removeIf(c ->
                Objects.equals(event.newState().get(c), event.previousState().get(c)));
        return List.copyOf(columns);
    }

    /** Messages to those whom the event concerns and who did not cause it. */
    static List<Notification> notifications(AuditEntry event) {
        if (!event.entityType().equals("WORK_ORDER") || event.action().equals("DELETE")) {
            return List.of();
        }
        List<Notification> notices = new ArrayList<>();
        UUID assignee = uuid(event.newState(), "assigned_to_id");
        if (assignee != null && !assignee.equals(uuid(event.previousState(), "assigned_to_id"))) {
            add(notices, event, assignee, NoticeKind.ASSIGNED.title(), priorityLine(event), "assigned");
        }
        UUID creator = uuid(event.newState(), "created_by");
        if (creator != null && movedTo(event, "Completed")) {
            add(notices, event, creator, NoticeKind.COMPLETED.title(), title(event), "completed");
        }
        if (assignee != null && movedTo(event, "Cancelled")) {
            add(notices, event, assignee, NoticeKind.CANCELLED.title(), title(event), "cancelled");
        }
        return notices;
    }

    private static void add(
            List<Notification> notices, AuditEntry event, UUID to, String title, String message, String purpose) {
        if (to.equals(event.userId())) {
            return;
        }
        boolean urgent = "Critical".equals(EventTexts.text(event.newState(), "priority"));
        notices.add(new Notification(
                DocumentIds.of(event.eventId(), event.timestamp(), purpose + "/" + to),
                to,
                title,
                message,
                urgent ? Notification.Type.WARNING : Notification.Type.INFO,
                false,
                false,
                event.entityId(),
                event.entityId() == null ? null : event.entityType(),
                event.timestamp()));
    }

    private static String priorityLine(AuditEntry event) {
        String priority = EventTexts.text(event.newState(), "priority");
        String due = EventTexts.text(event.newState(), "due_date");
        return title(event) + (priority == null ? "" : ", priority " + priority) + (due == null ? "" : ", due " + due);
    }

    private static String title(AuditEntry event) {
        String name = EventTexts.name(event);
        return name == null ? "A work order" : "“" + name + "”";
    }

    private static boolean movedTo(AuditEntry event, String status) {
        return status.equals(EventTexts.text(event.newState(), "status"))
                && event.action().equals("UPDATE")
                && !status.equals(EventTexts.text(event.previousState(), "status"));
    }

    private static @Nullable UUID uuid(Map<String, Object> state, String field) {
        String text = EventTexts.text(state, field);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
