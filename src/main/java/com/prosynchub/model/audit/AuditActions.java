package com.prosynchub.model.audit;

import java.util.List;

/** What the ledger says was done, as it is spelled there and in the copies of it. */
public final class AuditActions {
    /** In the order in which they are offered for a search. */
    public static final List<String> ALL = List.of(
            "CREATE",
            "UPDATE",
            "DELETE",
            "LOGIN",
            "LOGIN_FAILED",
            "LOGIN_THROTTLED",
            "LOGOUT",
            "PASSWORD_CHANGED",
            "PASSWORD_RESET",
            "UNLOCKED",
            "SESSIONS_ENDED",
            "WINDOW_LOCKED",
            "WINDOW_UNLOCKED",
            "WINDOW_HANDED_OVER",
            "SECOND_FACTOR_ON",
            "SECOND_FACTOR_OFF",
            "SECOND_FACTOR_RESET",
            "RECOVERY_CODES_RENEWED",
            "CODE_REFUSED",
            "REFUSED",
            "SIGN_IN_RULES_CHANGED",
            "VIEW_STARTED",
            "VIEW_ENDED",
            "COMMENT_ADDED");

    private AuditActions() {}
}
