package com.prosynchub.model.audit;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a line of the feed is about, which decides who may read it. Every type of line belongs to exactly one. */
public enum ActivityKind {
    WORK_ORDER(
            Resource.WORK_ORDER,
            List.of("WORK_ORDER", "WORK_ORDER_CHECKLIST", "WORK_ORDER_PART"),
            "WORK_ORDER_COMPLETED",
            "COMMENT_ADDED"),
    ASSET(Resource.ASSET, List.of("ASSET", "ASSET_METRIC", "METRIC_SETTINGS", "METRIC_NOTE", "ASSET_TYPE")),
    LOCATION(Resource.LOCATION, List.of("LOCATION")),
    PART(Resource.PART, List.of("PART")),
    /** What was done to accounts and rights. */
    PEOPLE(
            Resource.USER,
            List.of("USER", "USER_LOCATION", "ROLE", "ROLE_PERMISSION", "PERMISSION"),
            "PASSWORD_RESET",
            "UNLOCKED",
            "SESSIONS_ENDED",
            "SECOND_FACTOR_RESET",
            "VIEW_STARTED",
            "VIEW_ENDED"),
    /** What people do with their own account: nobody's business but theirs and the administrators'. */
    SIGN_IN(
            Resource.USER,
            List.of("USER_PREFERENCES", "TREND_VIEW", "SESSION"),
            "LOGIN",
            "LOGIN_FAILED",
            "LOGIN_THROTTLED",
            "LOGOUT",
            "PASSWORD_CHANGED",
            "WINDOW_LOCKED",
            "WINDOW_UNLOCKED",
            "WINDOW_HANDED_OVER",
            "SECOND_FACTOR_ON",
            "SECOND_FACTOR_OFF",
            "RECOVERY_CODES_RENEWED",
            "CODE_REFUSED",
            "REFUSED"),
    SITE(Resource.SETTINGS, List.of("SITE", "SITE_SETTINGS"), "SIGN_IN_RULES_CHANGED");

    private final Permission permission;
    private final Set<String> types = new TreeSet<>();

    ActivityKind(Resource resource, List<String> entities, String... others) {
        permission = Permission.of(resource, Action.READ);
        for (String entity : entities) {
            types.addAll(List.of(entity + "_CREATED", entity + "_UPDATED", entity + "_DELETED"));
        }
        types.addAll(List.of(others));
    }

    /** What the reader of such lines must hold. */
    public Permission permission() {
        return permission;
    }

    /** The types of its lines. */
    public Set<String> types() {
        return Set.copyOf(types);
    }

    /** The kind of a line by its type; empty for a type that this version does not know. */
    public static Optional<ActivityKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.types.contains(type)).findFirst();
    }
}
