package com.prosynchub.service.activity;

import com.prosynchub.data.NotificationRepository;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.Unrestricted;

/** The signed-in person's notifications; nobody's else can be reached. Workers only; safe for all of them. */
public final class NotificationService {
    private static final String OWN = "one's own notifications";

    private final AccessGate gate;
    private final NotificationRepository notifications;

    public NotificationService(AccessGate gate, NotificationRepository notifications) {
        this.gate = gate;
        this.notifications = notifications;
    }

    /** Those not dismissed, newest first. */
    @Unrestricted(OWN)
    public Page<Notification> list(PageRequest page) {
        return notifications.ofUser(gate.user().userId(), page);
    }

    @Unrestricted(OWN)
    public long countUnread() {
        return notifications.countUnread(gate.user().userId());
    }

    @Unrestricted(OWN)
    public void markRead(String id) {
        notifications.markRead(gate.user().userId(), id);
    }

    @Unrestricted(OWN)
    public void dismiss(String id) {
        notifications.dismiss(gate.user().userId(), id);
    }
}
