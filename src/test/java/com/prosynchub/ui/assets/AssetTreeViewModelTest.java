package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetTreeViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final AssetTreeViewModel tree = new AssetTreeViewModel(site.services.assets(), tasks);

    @Test
    void onlyWhatIsOpenedIsRead() {
        UUID line = site.asset("Line", null).id();
        site.asset("Pump", line);
        tree.load();
        AssetTreeRow row = row(line);
        assertThat(row.isLeaf()).isFalse();
        assertThat(row.children()).as("not asked for yet").isEmpty();
        tree.open(row);
        assertThat(names(row)).containsExactly("Pump");
        assertThat(tree.stateProperty().get()).isEqualTo(ScreenState.ready());
    }

    @Test
    void childrenComeInPages() {
        UUID line = site.asset("Line", null).id();
        List<String> expected = fill(line, AssetTreeViewModel.PAGE * 2 + 50);
        tree.load();
        AssetTreeRow row = row(line);
        tree.open(row);
        assertThat(row.children()).hasSize(AssetTreeViewModel.PAGE + 1);
        assertThat(row.children().getLast().kind()).isEqualTo(AssetTreeRow.Kind.MORE);
        tree.more(row.children().getLast());
        assertThat(row.children()).hasSize(2 * AssetTreeViewModel.PAGE + 1);
        tree.more(row.children().getLast());
        assertThat(names(row)).isEqualTo(expected);
    }

    @Test
    void aPageThatCannotBeReadIsSaidInItsPlaceAndAskedForAgain() {
        UUID line = site.asset("Line", null).id();
        site.asset("Pump", line);
        tree.load();
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        tree.open(row(line));
        assertThat(row(line).children().getFirst().kind()).isEqualTo(AssetTreeRow.Kind.FAILED);
        tree.more(row(line).children().getFirst());
        assertThat(names(row(line))).containsExactly("Pump");
    }

    @Test
    void aWaitingTailIsNotAskedTwice() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetTreeViewModel slow = new AssetTreeViewModel(site.services.assets(), manual);
        UUID line = site.asset("Line", null).id();
        site.asset("Pump", line);
        slow.load();
        manual.runAll();
        AssetTreeRow row = Objects.requireNonNull(slow.row(line));
        slow.open(row);
        AssetTreeRow tail = row.children().getFirst();
        assertThat(tail.kind()).isEqualTo(AssetTreeRow.Kind.WAITING);
        slow.more(tail);
        assertThat(manual.waiting()).isEqualTo(1);
    }

    @Test
    void selectionAndExpansionSurviveARefreshAsTheSameRows() {
        UUID line = site.asset("Line", null).id();
        UUID pump = site.asset("Pump", line).id();
        UUID motor = site.asset("Motor", pump).id();
        tree.load();
        tree.reveal(motor);
        AssetTreeRow lineRow = row(line);
        AssetTreeRow motorRow = row(motor);
        site.asset("Another line", null);
        site.asset("Air filter", line);
        tree.load();
        assertThat(row(line)).isSameAs(lineRow);
        assertThat(row(motor)).isSameAs(motorRow);
        assertThat(lineRow.expandedProperty().get()).isTrue();
        assertThat(row(pump).expandedProperty().get()).isTrue();
        assertThat(names(lineRow)).containsExactly("Air filter", "Pump");
        assertThat(tree.selectedProperty().get()).isEqualTo(motor);
    }

    @Test
    void aRevealedRowBeyondTheLoadedPagesSurvivesARefresh() {
        UUID line = site.asset("Line", null).id();
        List<String> expected = fill(line, AssetTreeViewModel.PAGE * 2);
        UUID late = site.asset("Asset 00300 b", line).id();
        UUID below = site.asset("Motor", late).id();
        tree.load();
        tree.reveal(below);
        AssetTreeRow lateRow = row(late);
        AssetTreeRow belowRow = row(below);
        tree.load();
        assertThat(row(late)).isSameAs(lateRow);
        assertThat(row(below)).isSameAs(belowRow);
        assertThat(lateRow.expandedProperty().get()).isTrue();
        while (!row(line).children().getLast().isAsset()) {
            tree.more(row(line).children().getLast());
        }
        assertThat(names(row(line)))
                .as("each once and in order, the revealed one too")
                .isEqualTo(Stream.concat(expected.stream(), Stream.of("Asset 00300 b"))
                        .sorted()
                        .toList());
        site.session.assets().delete(below, 0);
        site.session.assets().delete(late, 0);
        tree.load();
        assertThat(tree.row(late)).as("gone is gone").isNull();
    }

    @Test
    void enterChoosesTheBestHitEvenBeforeItIsFound() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetTreeViewModel slow = new AssetTreeViewModel(site.services.assets(), manual);
        UUID pump = site.asset("Pump P-10", null).id();
        UUID exact = site.asset("P-10", null).id();
        slow.load();
        manual.runAll();
        slow.chooseBestHit("p-10");
        assertThat(slow.selectedProperty().get()).isNull();
        manual.runAll();
        assertThat(slow.selectedProperty().get()).isEqualTo(exact);
        slow.selectedProperty().set(pump);
        slow.chooseBestHit("p-10");
        assertThat(slow.selectedProperty().get()).as("found already").isEqualTo(exact);
        slow.chooseBestHit("nothing such");
        manual.runAll();
        slow.chooseBestHit("");
        assertThat(slow.selectedProperty().get()).as("nothing to choose").isEqualTo(exact);
    }

    @Test
    void whoTypesOnAfterEnterHasChosenNothing() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetTreeViewModel slow = new AssetTreeViewModel(site.services.assets(), manual);
        site.asset("Pump", null);
        slow.load();
        manual.runAll();
        slow.chooseBestHit("pum");
        slow.search("pump");
        manual.runAll();
        assertThat(slow.selectedProperty().get()).isNull();
    }

    @Test
    void searchShowsTheHitsWithTheWayToThem() {
        UUID line = site.asset("Line", null).id();
        UUID pump = site.asset("Pump P-101", line).id();
        site.asset("Motor", line);
        tree.load();
        tree.search("p-1");
        assertThat(tree.hitCountProperty().get()).isEqualTo(1);
        assertThat(names(tree.shownRootProperty().get())).containsExactly("Line");
        assertThat(names(row(line))).containsExactly("Pump P-101");
        assertThat(row(pump).matchProperty().get()).isTrue();
        assertThat(row(line).matchProperty().get()).isFalse();
        assertThat(row(line).expandedProperty().get()).isTrue();
        tree.search("nothing such");
        assertThat(tree.stateProperty().get()).isEqualTo(ScreenState.empty());
        assertThat(tree.hitCountProperty().get()).isZero();
    }

    @Test
    void theNewestSearchWins() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetTreeViewModel slow = new AssetTreeViewModel(site.services.assets(), manual);
        site.asset("Pump", null);
        site.asset("Motor", null);
        slow.load();
        manual.runAll();
        slow.search("pump");
        slow.search("motor");
        manual.runAt(1);
        assertThat(names(slow.shownRootProperty().get())).containsExactly("Motor");
        manual.runAll();
        assertThat(names(slow.shownRootProperty().get()))
                .as("the older answer is dropped")
                .containsExactly("Motor");
    }

    @Test
    void clearingTheSearchOvertakesAnAnswerOnItsWay() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetTreeViewModel slow = new AssetTreeViewModel(site.services.assets(), manual);
        site.asset("Pump", null);
        site.asset("Motor", null);
        slow.load();
        manual.runAll();
        slow.search("pump");
        slow.search("");
        manual.runAll();
        assertThat(slow.hitCountProperty().get()).isNull();
        assertThat(names(slow.shownRootProperty().get())).containsExactly("Motor", "Pump");
    }

    @Test
    void endingASearchShowsWhatWasSelectedInTheWholeTree() {
        UUID line = site.asset("Line", null).id();
        UUID pump = site.asset("Pump", line).id();
        tree.load();
        tree.search("pump");
        tree.selectedProperty().set(pump);
        tree.search("");
        assertThat(row(line).expandedProperty().get()).isTrue();
        assertThat(tree.selectedProperty().get()).isEqualTo(pump);
        assertThat(tree.row(pump)).isNotNull();
    }

    @Test
    void aCycleIsKnownBeforeTheServiceIsAsked() {
        UUID line = site.asset("Line", null).id();
        UUID pump = site.asset("Pump", line).id();
        UUID motor = site.asset("Motor", pump).id();
        tree.load();
        tree.reveal(motor);
        assertThat(tree.wouldCycle(line, motor)).isTrue();
        assertThat(tree.wouldCycle(line, line)).isTrue();
        assertThat(tree.wouldCycle(motor, line)).isFalse();
        assertThat(tree.wouldCycle(line, null)).isFalse();
    }

    @Test
    void aChangeElsewhereIsTakenOverInPlace() {
        UUID line = site.asset("Line", null).id();
        UUID pump = site.asset("Pump", line).id();
        tree.load();
        tree.reveal(pump);
        AssetTreeRow before = row(pump);
        Asset stored = site.stored(pump);
        site.session.assets().update(AssetDrafts.named(stored, "Pump P-101"));
        tree.changed(Set.of(pump), false);
        assertThat(row(pump)).isSameAs(before);
        assertThat(names(row(line))).containsExactly("Pump P-101");
        site.session.assets().delete(pump, 1);
        tree.changed(Set.of(pump), false);
        assertThat(tree.row(pump)).isNull();
        assertThat(tree.selectedProperty().get())
                .as("what was chosen is still known")
                .isEqualTo(pump);
    }

    @Test
    void aMoveBySomebodyElseChangesBothParents() {
        UUID from = site.asset("From", null).id();
        UUID to = site.asset("To", null).id();
        UUID pump = site.asset("Pump", from).id();
        tree.load();
        tree.open(row(from));
        assertThat(row(to).isLeaf()).isTrue();
        site.session.assets().move(pump, to, 0);
        tree.changed(Set.of(pump), false);
        assertThat(row(from).children()).isEmpty();
        assertThat(row(from).isLeaf()).isTrue();
        assertThat(row(to).isLeaf()).as("the new parent can be opened").isFalse();
        tree.open(row(to));
        assertThat(names(row(to))).containsExactly("Pump");
    }

    @Test
    void aNewAssetBySomebodyElseArrives() {
        UUID line = site.asset("Line", null).id();
        tree.load();
        UUID pump = site.asset("Pump", line).id();
        tree.changed(Set.of(pump), false);
        assertThat(row(line).isLeaf()).isFalse();
        UUID root = site.asset("Another", null).id();
        tree.changed(Set.of(root), false);
        assertThat(names(tree.shownRootProperty().get())).containsExactly("Another", "Line");
    }

    @Test
    void anEmptySiteSaysSoAndOneThatIsDownToo() {
        tree.load();
        assertThat(tree.stateProperty().get()).isEqualTo(ScreenState.empty());
        Failure down = new Failure.Unavailable(Failure.Store.RELATIONAL, "test");
        AssetTreeViewModel cut = new AssetTreeViewModel(site.services.assets(), tasks);
        site.plant.failNext(down);
        cut.load();
        assertThat(cut.stateProperty().get()).isEqualTo(ScreenState.failed(down));
    }

    @Test
    void rowsStayWhenARefreshFails() {
        UUID line = site.asset("Line", null).id();
        tree.load();
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        tree.load();
        assertThat(tree.row(line)).isNotNull();
        assertThat(tree.stateProperty().get()).isEqualTo(ScreenState.ready());
    }

    @Test
    void whoMayNotReadIsToldSo() {
        site.plant.role("Nobody", Set.of());
        AssetTreeViewModel denied = new AssetTreeViewModel(
                new com.prosynchub.service.asset.AssetService(
                        new com.prosynchub.service.access.SessionAccessGate(site.plant.session("Nobody")),
                        site.session),
                tasks);
        denied.load();
        assertThat(denied.stateProperty().get())
                .isInstanceOfSatisfying(ScreenState.Failed.class, failed -> assertThat(failed.failure())
                        .isInstanceOf(Failure.Denied.class));
    }

    private List<String> fill(UUID parent, int count) {
        List<String> names = IntStream.range(0, count)
                .mapToObj(i -> "Asset %05d".formatted(i))
                .toList();
        names.forEach(name -> site.asset(name, parent));
        return names;
    }

    private AssetTreeRow row(UUID id) {
        return Objects.requireNonNull(tree.row(id));
    }

    private static List<String> names(AssetTreeRow row) {
        return row.children().stream().map(AssetTreeRow::toString).toList();
    }
}
