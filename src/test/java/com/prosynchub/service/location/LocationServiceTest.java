package com.prosynchub.service.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.service.access.SessionAccessGate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocationServiceTest {
    private final FakePlant plant = SeededRoles.plant();
    private final FakeRelationalSession session = plant.session("Manager");
    private final LocationService service =
            new LocationService(new SessionAccessGate(session), session.locations(), session.unitOfWork());

    @Test
    void theTreeCountsAssetsHereAndBelow() {
        Location site = service.create(Records.location("Site", null));
        Location hall = service.create(Records.location("Hall", site.id()));
        Location room = service.create(Records.location("Room", hall.id()));
        service.create(Records.location("Attic", site.id()));
        stand(room, 2);
        stand(site, 1);
        assertThat(service.tree()).singleElement().satisfies(top -> {
            assertThat(top.location().name()).isEqualTo("Site");
            assertThat(top.assetsHere()).isEqualTo(1);
            assertThat(top.assetsBelow()).isEqualTo(3);
            assertThat(top.children()).extracting(c -> c.location().name()).containsExactly("Attic", "Hall");
            assertThat(top.children().getLast().assetsBelow()).isEqualTo(2);
        });
        assertThat(service.assetCounts()).containsEntry(room.id(), 2L);
    }

    @Test
    void whoMaySeePlacesButNoAssetsSeesNoCounts() {
        plant.role(
                "Surveyor",
                Set.of(com.prosynchub.model.access.Permission.parse("location:read")
                        .orElseThrow()));
        Location site = service.create(Records.location("Site", null));
        stand(site, 1);
        FakeRelationalSession surveyor = plant.session("Surveyor");
        LocationService his =
                new LocationService(new SessionAccessGate(surveyor), surveyor.locations(), surveyor.unitOfWork());
        assertThat(his.tree())
                .singleElement()
                .extracting(LocationNode::assetsBelow)
                .isEqualTo(0L);
        assertThat(his.assetCounts()).isEmpty();
    }

    @Test
    void rulesAreCheckedAndCyclesRefused() {
        assertThatThrownBy(() -> service.create(Records.location("", null))).hasMessageContaining("name");
        Location site = service.create(Records.location("Site", null));
        Location hall = service.create(Records.location("Hall", site.id()));
        assertThatThrownBy(() -> service.move(site.id(), site.id(), 0)).hasMessageContaining("cycle");
        assertThatThrownBy(() -> service.move(site.id(), hall.id(), 0)).hasMessageContaining("cycle");
        assertThat(service.save(hall)).isInstanceOf(SaveResult.Saved.class);
        assertThatThrownBy(() -> service.delete(site.id(), 0, "")).hasMessageContaining("inUse");
    }

    private void stand(Location at, int assets) {
        for (int i = 0; i < assets; i++) {
            Asset a = Records.asset("A" + i, 1, null);
            session.assets()
                    .insert(new Asset(
                            a.id(),
                            a.name(),
                            null,
                            1,
                            a.status(),
                            null,
                            at.id(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            0));
        }
    }
}
