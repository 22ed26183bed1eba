package com.prosynchub.service.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.SessionAccessGate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetServiceTest {
    private final FakePlant plant = SeededRoles.plant();
    private final FakeRelationalSession session = plant.session("Manager");
    private final AssetService service = new AssetService(new SessionAccessGate(session), session);
    private Asset site = Records.asset("Site", 1, null);
    private Asset pump = Records.asset("Pump", 1, site.id());

    @BeforeEach
    void twoAssets() {
        AssetType type = session.assetTypes().insert(Records.type("Pump"));
        site = service.create(Records.asset("Site", type.id(), null));
        pump = service.create(Records.asset("Pump", type.id(), site.id()));
    }

    @Test
    void findTellsWhatTheScreenShows() {
        assertThat(service.find(pump.id())).hasValueSatisfying(d -> {
            assertThat(d.asset().name()).isEqualTo("Pump");
            assertThat(d.type()).extracting(AssetType::name).isEqualTo("Pump");
            assertThat(d.location()).isNull();
            assertThat(d.path()).extracting(AssetNode::name).containsExactly("Site", "Pump");
        });
        assertThat(service.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void treeSearchAndCountsAnswerFromTheStore() {
        assertThat(service.children(null, PageRequest.first(10)).items())
                .extracting(AssetNode::name)
                .containsExactly("Site");
        assertThat(service.nodes(List.of())).isEmpty();
        assertThat(service.path(pump.id())).hasSize(2);
        assertThat(service.search("  pum ", 10)).hasSize(1);
        int calls = plant.calls();
        assertThat(service.search("   ", 10)).isEmpty();
        assertThat(plant.calls()).as("blank text asks nobody").isEqualTo(calls);
        assertThat(service.countSubtree(site.id())).isEqualTo(new Subtree(2, false));
        assertThat(service.subtree(site.id(), 1)).hasSize(1);
    }

    @Test
    void whatBreaksARuleNeverReachesTheStore() {
        int calls = plant.calls();
        Asset nameless = Records.asset(" ", 0, null);
        assertThatThrownBy(() -> service.create(nameless))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("name")
                .hasMessageContaining("assetTypeId");
        assertThatThrownBy(() -> service.save(nameless)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> service.move(pump.id(), pump.id(), 0)).hasMessageContaining("cycle");
        assertThat(plant.calls()).isEqualTo(calls);
    }

    @Test
    void aStaleSaveShowsBothVersions() {
        assertThat(service.changeStatus(pump.id(), AssetStatus.OFFLINE, pump.revision()))
                .isInstanceOfSatisfying(SaveResult.Saved.class, s -> {});
        assertThat(service.save(pump)).isInstanceOfSatisfying(SaveResult.Conflict.class, c -> assertThat(c.theirs())
                .isInstanceOfSatisfying(Asset.class, a -> assertThat(a.status()).isEqualTo(AssetStatus.OFFLINE)));
    }

    @Test
    void statusIsForTheFloorToo() {
        assertThat(as("Operator").mayChangeStatus()).isTrue();
        assertThat(as("Technician").mayChangeStatus()).isFalse();
        assertThat(as("Operator").changeStatus(pump.id(), AssetStatus.WARNING, 0))
                .isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void movingBelowItselfIsACycle() {
        assertThatThrownBy(() -> service.move(site.id(), pump.id(), site.revision()))
                .hasMessageContaining("cycle");
        assertThat(service.move(pump.id(), null, pump.revision())).isInstanceOf(SaveResult.Saved.class);
        assertThat(service.delete(site.id(), site.revision(), "")).isInstanceOf(SaveResult.Saved.class);
    }

    private AssetService as(String role) {
        FakeRelationalSession other = plant.session(role);
        return new AssetService(new SessionAccessGate(other), other);
    }
}
