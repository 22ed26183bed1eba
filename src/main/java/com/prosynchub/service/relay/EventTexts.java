package com.prosynchub.service.relay;

import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.audit.RecordName;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words for events, as the feed and notifications keep them. Stateless. */
final class EventTexts {
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("USER", "user"),
            Map.entry("USER_LOCATION", "limit of a person to a location"),
            Map.entry("ROLE", "role"),
            Map.entry("PERMISSION", "permission"),
            Map.entry("ROLE_PERMISSION", "permission of a role"),
            Map.entry("ASSET", "asset"),
            Map.entry("ASSET_TYPE", "asset type"),
            Map.entry("ASSET_METRIC", "metric"),
            Map.entry("METRIC_SETTINGS", "judging of the metric"),
            Map.entry("DEAD_LETTERS", "refused values"),
            Map.entry("METRIC_NOTE", "note at a trend"),
            Map.entry("TREND_VIEW", "view of trends"),
            Map.entry("LOCATION", "location"),
            Map.entry("WORK_ORDER", "work order"),
            Map.entry("WORK_ORDER_CHECKLIST", "step"),
            Map.entry("WORK_ORDER_PART", "part of a work order"),
            Map.entry("PART", "part"));

    private EventTexts() {}

    /** Such as {@code ASSET_UPDATED}; actions that are no change keep their own word, such as {@code LOGIN}. */
    static String type(AuditEntry event) {
        return switch (event.action()) {
            case "CREATE" -> event.entityType() + "_CREATED";
            case "UPDATE" -> event.entityType() + "_UPDATED";
            case "DELETE" -> event.entityType() + "_DELETED";
            default -> event.action();
        };
    }

    /** A sentence without the person, whom the feed shows beside it. */
    static String description(AuditEntry event) {
        String thing = noun(event) + quoted(name(event));
        return switch (event.action()) {
            case "CREATE" -> "Created " + thing;
            case "UPDATE" -> update(event, thing);
            case "DELETE" -> "Deleted " + thing;
            case "COMMENT_ADDED" -> "Commented on " + thing;
            case "LOGIN" -> "Signed in";
            case "LOGOUT" -> "Signed out";
            case "PASSWORD_CHANGED" -> "Changed the own password";
            case "PASSWORD_RESET" -> "Reset the password of a user";
            case "UNLOCKED" -> "Unlocked the sign-in of a user";
            case "SESSIONS_ENDED" -> "Ended the sessions of a user";
            case "WINDOW_LOCKED" -> "Locked the window";
            case "WINDOW_UNLOCKED" -> "Unlocked the window";
            case "WINDOW_HANDED_OVER" -> "Handed the window over";
            case "SECOND_FACTOR_ON" -> "Switched two-factor sign-in on";
            case "SECOND_FACTOR_OFF" -> "Switched two-factor sign-in off";
            case "SECOND_FACTOR_RESET" -> "Reset the two-factor sign-in of a user";
            case "RECOVERY_CODES_RENEWED" -> "Made new recovery codes";
            case "CODE_REFUSED" -> "Gave a wrong code";
            case "SIGN_IN_RULES_CHANGED" -> "Changed the rules of sign-in";
            case "VIEW_STARTED" -> "Began to look at the window as" + quoted(name(event));
            case "VIEW_ENDED" -> "Stopped looking at the window as" + quoted(name(event));
            default -> lower(event.action().replace('_', ' ')) + " " + thing;
        };
    }

    private static String update(AuditEntry event, String thing) {
        String before = text(event.previousState(), "status");
        String after = text(event.newState(), "status");
        if (before != null && after != null && !before.equals(after)) {
            return "Moved " + thing + " from " + before + " to " + after;
        }
        if (event.entityType().equals("WORK_ORDER_CHECKLIST") && became(event, "is_completed")) {
            return "Completed " + thing;
        }
        return "Changed " + thing;
    }

    private static boolean became(AuditEntry event, String flag) {
        return Boolean.TRUE.equals(event.newState().get(flag))
                && !Boolean.TRUE.equals(event.previousState().get(flag));
    }

    private static String noun(AuditEntry event) {
        return NOUNS.getOrDefault(event.entityType(), lower(event.entityType().replace('_', ' ')));
    }

    /** What people call the record; null where it has no name. */
    static @Nullable String name(AuditEntry event) {
        return RecordName.of(event.newState(), event.previousState());
    }

    static @Nullable String text(Map<String, Object> state, String field) {
        return state.get(field) instanceof String text ? text : null;
    }

    private static String quoted(@Nullable String name) {
        return name == null ? "" : " “" + (name.length() > 200 ? name.substring(0, 200) + "…" : name) + "”";
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
