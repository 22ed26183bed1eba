package com.prosynchub.service.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.ActivityKind;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivityServiceTest {
    private static final PageRequest PAGE = PageRequest.first(10);

    private final FakePlant plant = SeededRoles.plant();
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final UUID colleague = plant.user("colleague", "Manager").id();
    private int at;

    private ActivityService service(FakeRelationalSession session) {
        return new ActivityService(
                new SessionAccessGate(session), session, new RecordSight(session), documents.activities());
    }

    @Test
    void whoSeesWhichKinds() {
        assertThat(service(plant.session("Administrator")).kinds()).isEqualTo(EnumSet.allOf(ActivityKind.class));
        assertThat(service(plant.session("Manager")).kinds())
                .containsExactlyInAnyOrder(
                        ActivityKind.WORK_ORDER, ActivityKind.ASSET, ActivityKind.LOCATION, ActivityKind.PART);
        assertThat(service(plant.session("Operator")).kinds())
                .as("operators see no parts")
                .containsExactlyInAnyOrder(ActivityKind.WORK_ORDER, ActivityKind.ASSET, ActivityKind.LOCATION);
        assertThat(service(plant.session("Technician")).kinds()).containsExactly(ActivityKind.WORK_ORDER);
    }

    @Test
    void accountsAndSignInsAreForAdministratorsAndForOneself() {
        FakeRelationalSession manager = plant.session("Manager");
        did(colleague, "LOGIN", new RecordKey("SESSION", "1"));
        did(colleague, "USER_UPDATED", RecordKey.of("USER", UUID.randomUUID()));
        did(colleague, "UNKNOWN_TO_THIS_VERSION", new RecordKey("THING", "1"));
        did(manager.user().userId(), "LOGIN", new RecordKey("SESSION", "2"));
        did(colleague, "ASSET_UPDATED", RecordKey.of("ASSET", UUID.randomUUID()));
        assertThat(types(service(manager).search(ActivityFilter.all(), PAGE))).containsExactly("ASSET_UPDATED");
        assertThat(types(service(manager).latest(PAGE))).containsExactly("ASSET_UPDATED");
        assertThat(types(service(manager)
                        .search(ActivityFilter.all().of(manager.user().userId()), PAGE)))
                .containsExactly("LOGIN");
        assertThat(types(service(manager).search(ActivityFilter.all().of(colleague), PAGE)))
                .containsExactly("ASSET_UPDATED");
        assertThat(types(service(manager).search(ActivityFilter.all().ofKinds(Set.of(ActivityKind.SIGN_IN)), PAGE)))
                .isEmpty();
        assertThat(types(service(plant.session("Administrator")).search(ActivityFilter.all(), PAGE)))
                .hasSize(5);
    }

    @Test
    void aTechnicianSeesTheOwnOrdersOnlyAndTheAssetThatWasAskedFor() {
        FakeRelationalSession technician = plant.session("Technician");
        RecordKey own = RecordKey.of("WORK_ORDER", UUID.randomUUID());
        UUID others = UUID.randomUUID();
        RecordKey pump = RecordKey.of("ASSET", UUID.randomUUID());
        technician.hide(others);
        did(colleague, "WORK_ORDER_UPDATED", own);
        did(colleague, "WORK_ORDER_CHECKLIST_DELETED", RecordKey.of("WORK_ORDER", others));
        did(colleague, "ASSET_UPDATED", pump);
        ActivityService service = service(technician);
        assertThat(types(service.search(ActivityFilter.all(), PAGE))).containsExactly("WORK_ORDER_UPDATED");
        assertThat(types(service.search(ActivityFilter.all().about(Set.of(pump)), PAGE)))
                .containsExactly("ASSET_UPDATED");
        assertThat(types(service.search(ActivityFilter.all().about(Set.of(RecordKey.of("WORK_ORDER", others))), PAGE)))
                .isEmpty();
    }

    @Test
    void ofPlacesOnlyThoseInSightAreTold() {
        FakeRelationalSession manager = plant.session("Manager");
        int hall = manager.locations().insert(Records.location("Hall", null)).id();
        did(colleague, "LOCATION_UPDATED", RecordKey.of("LOCATION", hall));
        did(colleague, "LOCATION_UPDATED", RecordKey.of("LOCATION", hall + 1));
        did(colleague, "WORK_ORDER_PART_CREATED", RecordKey.of("WORK_ORDER", UUID.randomUUID()));
        manager.hide(UUID.randomUUID());
        assertThat(service(manager).search(ActivityFilter.all(), PAGE).items())
                .extracting(line -> line.activity().record().orElseThrow().type())
                .containsExactly("WORK_ORDER", "LOCATION");
    }

    @Test
    void aPageIsFilledPastWhatIsHiddenAndNothingIsLeftOutOrTwice() {
        FakeRelationalSession manager = plant.session("Manager");
        UUID hidden = UUID.randomUUID();
        manager.hide(hidden);
        List<RecordKey> shown = IntStream.range(0, 25)
                .mapToObj(i -> RecordKey.of("ASSET", UUID.randomUUID()))
                .toList();
        for (RecordKey record : shown) {
            did(colleague, "ASSET_UPDATED", record);
            did(colleague, "ASSET_UPDATED", RecordKey.of("ASSET", hidden));
            did(colleague, "ASSET_UPDATED", RecordKey.of("ASSET", hidden));
        }
        ActivityService service = service(manager);
        Page<ActivityLine> first = service.search(ActivityFilter.all(), PAGE);
        assertThat(first.items()).hasSize(10);
        Page<ActivityLine> second = service.search(ActivityFilter.all(), PAGE.next(first.next()));
        Page<ActivityLine> third = service.search(ActivityFilter.all(), PAGE.next(second.next()));
        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third))
                .flatExtracting(Page::items)
                .extracting(line -> line.activity().record().orElseThrow())
                .containsExactlyElementsOf(shown.reversed());
        assertThat(first.items()).extracting(ActivityLine::person).containsOnly("colleague Tester");
    }

    private static List<String> types(Page<ActivityLine> page) {
        return page.items().stream().map(line -> line.activity().type()).toList();
    }

    private void did(UUID user, String type, RecordKey record) {
        documents
                .activities()
                .insert(new Activity(
                        UUID.randomUUID(),
                        user,
                        type,
                        "Did",
                        FakePlant.NOW.plusSeconds(++at),
                        record.uuid(),
                        record.uuid() == null ? null : record.type(),
                        Map.of(Activity.RECORD, record.text())));
    }
}
