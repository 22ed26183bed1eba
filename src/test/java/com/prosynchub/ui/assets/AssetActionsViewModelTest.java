package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssetActionsViewModelTest {
    private final Messages messages = Messages.of("assets");
    private final UiSite site = new UiSite("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final List<Set<UUID>> touched = new ArrayList<>();
    private final AssetActionsViewModel model = model(site);
    private final UUID from = site.asset("From", null).id();
    private final UUID to = site.asset("To", null).id();
    private final UUID pump = site.asset("Pump", from).id();

    @Test
    void aMoveIsSaidAndCanBeTakenBack() {
        model.move(site.node(pump), site.node(to));
        assertThat(site.stored(pump).parentAssetId()).isEqualTo(to);
        assertThat(touched).containsExactly(Set.of(pump, from, to));
        assertThat(site.notices.last()).isEqualTo("undo: " + messages.text("move.done", "Pump", "To"));
        site.notices.takeBack();
        assertThat(site.stored(pump).parentAssetId()).isEqualTo(from);
        assertThat(site.notices.last()).isEqualTo("success: " + messages.text("move.undone", "Pump"));
    }

    @Test
    void aStatusIsSaidAndCanBeTakenBack() {
        model.changeStatus(site.node(pump), AssetStatus.OFFLINE);
        assertThat(site.stored(pump).status()).isEqualTo(AssetStatus.OFFLINE);
        assertThat(site.notices.last()).isEqualTo("undo: " + messages.text("status.done", "Pump", "Offline"));
        assertThat(touched).containsExactly(Set.of(pump));
        site.notices.takeBack();
        assertThat(site.stored(pump).status()).isEqualTo(AssetStatus.OPERATIONAL);
        assertThat(site.notices.last()).isEqualTo("success: " + messages.text("status.done", "Pump", "Operational"));
    }

    @Test
    void aStatusOverSomebodyElsesChangeIsNotMade() {
        AssetNode old = site.node(pump);
        site.session.assets().update(AssetDrafts.named(site.stored(pump), "Pump P-101"));
        model.changeStatus(old, AssetStatus.OFFLINE);
        assertThat(site.stored(pump).status()).isEqualTo(AssetStatus.OPERATIONAL);
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("status.conflict", "Pump"));
        model.changeStatus(site.node(pump), AssetStatus.OPERATIONAL);
        assertThat(site.notices.said).as("what it is already is not said again").hasSize(1);
    }

    @Test
    void anAssetBecomesARoot() {
        model.moveTo(site.node(pump), null);
        assertThat(site.stored(pump).parentAssetId()).isNull();
        assertThat(site.notices.last()).contains(messages.text("move.done.root", "Pump"));
    }

    @Test
    void movingToWhereItIsAsksNothing() {
        int before = site.plant.calls();
        AssetNode node = site.node(pump);
        AssetNode parent = site.node(from);
        model.move(node, parent);
        assertThat(site.plant.calls() - before).isEqualTo(2);
        assertThat(site.notices.said).isEmpty();
    }

    @Test
    void aCycleIsRefusedAndSaid() {
        model.move(site.node(from), site.node(pump));
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("move.cycle", "From", "Pump"));
        assertThat(site.stored(from).parentAssetId()).isNull();
        assertThat(touched).isEmpty();
    }

    @Test
    void aMoveOverSomebodyElsesChangeIsNotMade() {
        AssetNode old = site.node(pump);
        site.session.assets().update(AssetDrafts.named(site.stored(pump), "Pump P-101"));
        model.move(old, site.node(to));
        assertThat(site.stored(pump).parentAssetId()).isEqualTo(from);
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("move.conflict", "Pump"));
        assertThat(touched).as("the row is read again").hasSize(1);
    }

    @Test
    void takingBackOverSomebodyElsesChangeIsNotMade() {
        model.move(site.node(pump), site.node(to));
        site.session.assets().update(AssetDrafts.named(site.stored(pump), "Pump P-101"));
        site.notices.takeBack();
        assertThat(site.stored(pump).parentAssetId()).isEqualTo(to);
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("move.conflict", "Pump"));
    }

    @Test
    void deletingAsksWithTheNameFirst() {
        model.delete(site.node(pump));
        assertThat(site.dialogs.asked).hasSize(1).first().asString().contains("Pump", messages.text("delete.verb"));
        assertThat(site.stored(pump)).isNotNull();
        site.dialogs.reason = " scrapped ";
        site.dialogs.agree();
        assertThat(site.session.assets().find(pump)).isEmpty();
        assertThat(site.plant.reasons).containsExactly("scrapped");
        assertThat(site.notices.last()).isEqualTo("success: " + messages.text("delete.done", "Pump"));
        assertThat(touched).containsExactly(Set.of(pump, from));
    }

    @Test
    void whatHasSomethingBelowIsNotAskedAbout() {
        model.delete(site.node(from));
        assertThat(site.dialogs.asked).isEmpty();
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("delete.hasChildren", "From", 1));
    }

    @Test
    void whatIsInUseIsSaid() {
        site.metric(pump, "speed", 1.0);
        model.delete(site.node(pump));
        site.dialogs.agree();
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("delete.inUse", "Pump"));
        assertThat(site.session.assets().find(pump)).isPresent();
    }

    @Test
    void deletingOverSomebodyElsesChangeIsNotDone() {
        model.delete(site.node(pump));
        site.session.assets().update(AssetDrafts.named(site.stored(pump), "Pump P-101"));
        site.dialogs.agree();
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("delete.conflict", "Pump"));
        site.session.assets().delete(pump, 1);
        site.dialogs.agree();
        assertThat(site.notices.last()).isEqualTo("warning: " + messages.text("gone", "Pump"));
    }

    @Test
    void whoMayNotIsRefusedByTheService() {
        UiSite plain = new UiSite("Viewer");
        UUID asset = plain.asset("Pump", null).id();
        UUID other = plain.asset("Line", null).id();
        AssetActionsViewModel viewer = model(plain);
        viewer.move(plain.node(asset), plain.node(other));
        viewer.delete(plain.node(asset));
        plain.dialogs.agree();
        assertThat(tasks.unhandled()).hasSize(2).allMatch(Failure.Denied.class::isInstance);
        assertThat(plain.stored(asset).parentAssetId()).isNull();
    }

    private AssetActionsViewModel model(UiSite on) {
        return new AssetActionsViewModel(on.services.assets(), tasks, on.notices, on.dialogs, touched::add);
    }
}
