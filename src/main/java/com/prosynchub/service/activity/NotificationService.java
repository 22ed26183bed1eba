package com.prosynchub.service.activity;

import com.prosynchub.data.NotificationRepository;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.Unrestricted;

/** The signed-in person's notifications; nobody's else can be reached, nor any about a record outside
 * the person's places. Workers only; safe for all of them. */
public final class NotificationService {
    private static final String OWN = "one's own notifications";
    private static final int COUNTED = 500;

    private final AccessGate gate;
    private final RecordSight sight;
    private final NotificationRepository notifications;

    public NotificationService(AccessGate gate, RecordSight sight, NotificationRepository notifications) {
        this.gate = gate;
        this.sight = sight;
        this.notifications = notifications;
    }

    /** Those not dismissed, newest first. */
    @Unrestricted(OWN)
    public Page<Notification> list(PageRequest page) {
        Page<Notification> read = notifications.ofUser(gate.user().userId(), page);
        return new Page<>(sight.shown(read.items(), Notification::relatedEntityId, n -> ""), read.next());
    }

    /** For somebody limited to places, those in sight among the newest 500. */
    @Unrestricted(OWN)
    public long countUnread() {
        if (sight.limited()) {
            return list(PageRequest.first(COUNTED)).items().stream()
                    .filter(n -> !n.read())
                    .count();
        }
        return notifications.countUnread(gate.user().userId());
    }

    @Unrestricted(OWN)
    public void markRead(String id) {
        gate.requireChanges();
        notifications.markRead(gate.user().userId(), id);
    }

    @Unrestricted(OWN)
    public void dismiss(String id) {
        gate.requireChanges();
        notifications.dismiss(gate.user().userId(), id);
    }
}
