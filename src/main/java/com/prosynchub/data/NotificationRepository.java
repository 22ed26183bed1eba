package com.prosynchub.data;

import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;

/** Notifications to people. */
public interface NotificationRepository {
    /** Stores one and returns it with its id; one that carries an id already is stored under it, and once only. */
    Notification insert(Notification notification);

    /** Those not dismissed, newest first. */
    Page<Notification> ofUser(UUID userId, PageRequest page);

    long countUnread(UUID userId);

    void markRead(UUID userId, String id);

    void dismiss(UUID userId, String id);
}
