package com.prosynchub.service.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.SessionAccessGate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnFeedTest {
    private static final PageRequest PAGE = PageRequest.first(10);

    private final FakeRelationalSession technician = SeededRoles.plant().session("Technician");
    private final SessionAccessGate gate = new SessionAccessGate(technician);
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final UUID me = technician.user().userId();

    @Test
    void aTechnicianSeesTheOwnActivityOnly() {
        did(me, "mine");
        did(UUID.randomUUID(), "not mine");
        ActivityService service = new ActivityService(gate, documents.activities());
        assertThat(service.own(PAGE).items()).extracting(Activity::description).containsExactly("mine");
        assertThat(service.mayReadAll()).isFalse();
    }

    @Test
    void onlyTheOwnNotificationsAreReachedReadAndDismissed() {
        NotificationService service = new NotificationService(gate, documents.notifications());
        String mine = told(me);
        String foreign = told(UUID.randomUUID());
        assertThat(service.countUnread()).isEqualTo(1);
        service.markRead(foreign);
        service.markRead(mine);
        assertThat(service.countUnread()).isZero();
        service.dismiss(mine);
        assertThat(service.list(PAGE).items()).isEmpty();
    }

    private void did(UUID user, String what) {
        documents
                .activities()
                .insert(new Activity(UUID.randomUUID(), user, "DID", what, FakePlant.NOW, null, null, Map.of()));
    }

    private String told(UUID user) {
        return Objects.requireNonNull(documents
                .notifications()
                .insert(new Notification(
                        null, user, "T", "M", Notification.Type.INFO, false, false, null, null, FakePlant.NOW))
                .id());
    }
}
