package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssetDetailViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final UUID line = site.asset("Line", null).id();
    private final UUID pump = site.asset("Pump", line).id();

    @Test
    void anAssetIsShownWithItsTypePathAndChildren() {
        site.asset("Motor", pump);
        site.asset("Coupling", pump);
        AssetDetailViewModel model = model(tasks);
        model.show(pump);
        AssetFacts facts = facts(model);
        assertThat(facts.asset().name()).isEqualTo("Pump");
        assertThat(facts.typeName()).isEqualTo("Pump");
        assertThat(facts.parentName()).isEqualTo("Line");
        assertThat(facts.childCount()).isEqualTo(2);
        assertThat(model.children()).extracting(AssetNode::name).containsExactly("Coupling", "Motor");
        assertThat(model.moreChildrenProperty().get()).isFalse();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
    }

    @Test
    void theNewestChoiceWins() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetDetailViewModel model = model(manual);
        model.show(line);
        model.show(pump);
        manual.runAt(1);
        manual.runAll();
        assertThat(facts(model).asset().id()).isEqualTo(pump);
    }

    @Test
    void choosingNothingOvertakesAnAnswerOnItsWay() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetDetailViewModel model = model(manual);
        model.show(line);
        model.show(null);
        manual.runAll();
        assertThat(model.factsProperty().get()).isNull();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.empty());
    }

    @Test
    void aChangeElsewhereArrivesByReading() {
        AssetDetailViewModel model = model(tasks);
        model.show(pump);
        site.session.assets().update(AssetDrafts.named(site.stored(pump), "Pump P-101"));
        model.reload();
        assertThat(facts(model).asset().name()).isEqualTo("Pump P-101");
        assertThat(facts(model).asset().revision()).isEqualTo(1);
    }

    @Test
    void anAssetThatIsGoneIsSaid() {
        AssetDetailViewModel model = model(tasks);
        model.show(pump);
        site.session.assets().delete(pump, 0);
        model.reload();
        assertThat(model.factsProperty().get()).isNull();
        assertThat(failure(model)).isInstanceOf(Failure.Stale.class);
    }

    @Test
    void whatIsShownStaysWhileTheStoreIsDown() {
        AssetDetailViewModel model = model(tasks);
        model.show(pump);
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.reload();
        assertThat(facts(model).asset().id()).isEqualTo(pump);
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
        model.show(line);
        assertThat(failure(model)).as("but never for another asset").isInstanceOf(Failure.Unavailable.class);
        site.plant.failAlways(null);
        model.reload();
        assertThat(facts(model).asset().id()).isEqualTo(line);
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
    }

    @Test
    void editingWaitsForTheRecordOfThatVeryAsset() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetDetailViewModel model = model(manual);
        List<String> edited = new ArrayList<>();
        model.show(line);
        manual.runAll();
        model.show(pump);
        model.whenShown(pump, () -> edited.add(facts(model).asset().name()));
        assertThat(edited).as("the line is still what is shown").isEmpty();
        manual.runAll();
        assertThat(edited).containsExactly("Pump");
        model.reload();
        manual.runAll();
        assertThat(edited).hasSize(1);
        model.show(line);
        model.whenShown(line, () -> edited.add("line"));
        model.show(pump);
        manual.runAll();
        model.show(line);
        manual.runAll();
        assertThat(edited).as("another choice forgot it").hasSize(1);
        model.whenShown(line, () -> edited.add("line"));
        assertThat(edited).containsExactly("Pump", "line");
    }

    private AssetDetailViewModel model(TaskRunner runner) {
        ReferencesViewModel references = new ReferencesViewModel(
                site.services.gate(), site.services.assetTypes(), site.services.locations(), tasks);
        references.load();
        return new AssetDetailViewModel(site.services.assets(), references, runner);
    }

    private static AssetFacts facts(AssetDetailViewModel model) {
        return Objects.requireNonNull(model.factsProperty().get());
    }

    private static Failure failure(AssetDetailViewModel model) {
        return ((ScreenState.Failed) model.stateProperty().get()).failure();
    }
}
