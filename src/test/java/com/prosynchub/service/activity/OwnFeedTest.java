package com.prosynchub.service.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnFeedTest {
    private static final PageRequest PAGE = PageRequest.first(10);

    private final FakeRelationalSession technician = SeededRoles.plant().session("Technician");
    private final SessionAccessGate gate = new SessionAccessGate(technician);
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final RecordSight sight = new RecordSight(technician);
    private final UUID me = technician.user().userId();

    @Test
    void aTechnicianSeesTheOwnActivityOnly() {
        did(me, "mine");
        did(UUID.randomUUID(), "not mine");
        ActivityService service = new ActivityService(gate, technician, sight, documents.activities());
        assertThat(service.own(PAGE).items())
                .extracting(line -> line.activity().description())
                .containsExactly("mine");
        assertThat(service.mayReadAll()).isFalse();
    }

    @Test
    void onlyTheOwnNotificationsAreReachedReadAndDismissed() {
        NotificationService service = new NotificationService(gate, sight, documents.notifications());
        String mine = told(me);
        String foreign = told(UUID.randomUUID());
        assertThat(service.countUnread()).isEqualTo(1);
        service.markRead(foreign);
        service.markRead(mine);
        assertThat(service.countUnread()).isZero();
        service.dismiss(mine);
        assertThat(service.list(PAGE).items()).isEmpty();
    }

    @Test
    void whatIsOutsideThePersonsPlacesIsNeitherListedNorCounted() {
        UUID pump = UUID.randomUUID();
        UUID boiler = UUID.randomUUID();
        did(me, "on the pump", pump, "ASSET_UPDATED");
        did(me, "on the boiler", boiler, "ASSET_UPDATED");
        did(me, "in another hall", null, "LOCATION_CREATED");
        did(me, "signed in", null, "LOGIN");
        told(me, pump);
        told(me, boiler);
        NotificationService notices = new NotificationService(gate, sight, documents.notifications());
        ActivityService activities = new ActivityService(gate, technician, sight, documents.activities());
        assertThat(notices.countUnread()).isEqualTo(2);
        assertThat(activities.own(PAGE).items()).hasSize(4);
        technician.hide(boiler);
        assertThat(notices.countUnread()).isEqualTo(1);
        assertThat(notices.list(PAGE).items())
                .extracting(Notification::relatedEntityId)
                .containsExactly(pump);
        assertThat(activities.own(PAGE).items())
                .extracting(line -> line.activity().description())
                .containsExactlyInAnyOrder("on the pump", "signed in");
    }

    private void did(UUID user, String what) {
        did(user, what, null, "DID");
    }

    private void did(UUID user, String what, @Nullable UUID target, String type) {
        documents
                .activities()
                .insert(new Activity(
                        UUID.randomUUID(),
                        user,
                        type,
                        what,
                        FakePlant.NOW,
                        target,
                        target == null ? null : "ASSET",
                        Map.of()));
    }

    private String told(UUID user) {
        return told(user, null);
    }

    private String told(UUID user, @Nullable UUID about) {
        return Objects.requireNonNull(documents
                .notifications()
                .insert(new Notification(
                        null,
                        user,
                        "T",
                        "M",
                        Notification.Type.INFO,
                        false,
                        false,
                        about,
                        about == null ? null : "ASSET",
                        FakePlant.NOW))
                .id());
    }
}
