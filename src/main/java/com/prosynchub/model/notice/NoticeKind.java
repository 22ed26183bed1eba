package com.prosynchub.model.notice;

import java.util.Arrays;
import java.util.Locale;

/** What a notification is about, told by the title under which it is stored. */
public enum NoticeKind {
    ASSIGNED("Work order assigned to you"),
    COMPLETED("Work order completed"),
    CANCELLED("Work order cancelled"),
    OTHER("");

    private final String title;

    NoticeKind(String title) {
        this.title = title;
    }

    /** As stored; empty for {@link #OTHER}. */
    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind stored under a title. */
    public static NoticeKind of(Notification notification) {
        return Arrays.stream(values())
                .filter(kind -> kind.title.equals(notification.title()))
                .findFirst()
                .orElse(OTHER);
    }
}
