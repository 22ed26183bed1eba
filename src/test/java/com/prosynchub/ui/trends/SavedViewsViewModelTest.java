package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.DialogLog;
import com.prosynchub.ui.NoticeLog;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SavedViewsViewModelTest {
    private final SamplePlant site = new SamplePlant("Manager");
    private final UUID compressor = site.id("Ammonia compressor C-401");
    private final AssetMetric vibration = site.services.metrics().ofAsset(compressor).stream()
            .filter(metric -> metric.name().equals("vibration"))
            .findFirst()
            .orElseThrow();
    private final Desk manager = new Desk(site.services);

    /** The screen of one person. */
    private final class Desk {
        private final DirectTaskRunner tasks = new DirectTaskRunner(new ManualUiScheduler(SamplePlant.NOW));
        private final NoticeLog notices = new NoticeLog();
        private final DialogLog dialogs = new DialogLog();
        private final MemoryPreferences preferences = new MemoryPreferences();
        private final SessionServices services;
        private TrendsViewModel page;
        private SavedViewsViewModel views;

        private Desk(SessionServices services) {
            this.services = services;
            page = page();
            views = views(page);
            views.load();
        }

        private TrendsViewModel page() {
            return new TrendsViewModel(TrendPanelViewModel.Services.of(services, Formats.local()), tasks, notices);
        }

        private SavedViewsViewModel views(TrendsViewModel of) {
            return new SavedViewsViewModel(services.trendViews(), of, tasks, notices, dialogs, preferences);
        }

        /** Opens the screen anew. */
        private void again() {
            page = page();
            views = views(page);
            views.load();
        }

        private List<String> names() {
            return views.views().stream().map(SavedPage::name).toList();
        }

        private SavedPage only() {
            return views.views().getFirst();
        }

        private @Nullable SavedPage open() {
            return views.currentProperty().get();
        }
    }

    private Desk colleague(String role) {
        FakeRelationalSession session = site.plant.session(role);
        return new Desk(SessionServices.open(session, site.documents, site.clock));
    }

    private void draw(Desk desk) {
        desk.page.pick(new Line(compressor, "Ammonia compressor C-401", vibration));
    }

    @Test
    void whatIsShownIsSavedAndOpenedAgain() {
        draw(manager);
        manager.views.saveAs("  Compressor ");
        assertThat(manager.names()).containsExactly("Compressor");
        assertThat(manager.views.changed()).isFalse();
        manager.page.addPanel();
        assertThat(manager.views.changed()).isTrue();
        manager.views.save();
        assertThat(manager.views.changed()).isFalse();
        manager.again();
        assertThat(manager.page.panels().getFirst().lines())
                .as("no default yet")
                .isEmpty();
        manager.views.open(manager.only());
        assertThat(manager.page.panels()).hasSize(2);
        assertThat(manager.page.panels().getFirst().lines())
                .extracting(Line::assetName)
                .containsExactly("Ammonia compressor C-401");
    }

    @Test
    void theDefaultViewOpensWithTheScreenUnlessALinkWasFollowed() {
        draw(manager);
        manager.views.saveAs("Compressor");
        manager.views.setDefault(manager.only());
        manager.again();
        assertThat(manager.open()).isNotNull();
        assertThat(manager.page.page().traces()).hasSize(1);
        assertThat(manager.views.isDefault(manager.only())).isTrue();
        manager.page = manager.page();
        manager.views = manager.views(manager.page);
        manager.views.leave();
        manager.views.load();
        assertThat(manager.open()).isNull();
        manager.views.setDefault(null);
        manager.again();
        assertThat(manager.open()).isNull();
    }

    @Test
    void aDeletedViewComesBack() {
        draw(manager);
        manager.views.saveAs("Compressor");
        manager.views.delete(manager.only());
        assertThat(manager.names()).isEmpty();
        assertThat(manager.open()).isNull();
        assertThat(manager.page.page().traces()).as("what is shown stays").hasSize(1);
        manager.notices.takeBack();
        assertThat(manager.names()).containsExactly("Compressor");
    }

    @Test
    void aViewIsRenamedAndGivenToARoleThatOnlyOpensIt() {
        draw(manager);
        manager.views.saveAs("Compressor");
        manager.views.rename(manager.only(), "Cooling <b>\"ammonia\"</b> {0}");
        int operators = manager.views.roles().entrySet().stream()
                .filter(role -> role.getValue().equals("Operator"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        manager.views.share(manager.only(), operators);
        assertThat(manager.views.roleOf(manager.only())).contains("Operator");
        Desk operator = colleague("Operator");
        assertThat(operator.names()).containsExactly("Cooling <b>\"ammonia\"</b> {0}");
        assertThat(operator.views.mayChange(operator.only())).isFalse();
        assertThat(operator.views.roles()).isEmpty();
        operator.views.open(operator.only());
        assertThat(operator.views.maySave()).isFalse();
        assertThat(colleague("Viewer").names()).isEmpty();
    }

    @Test
    void ofTwoWhoSaveOneViewTheSecondIsAskedFirst() {
        draw(manager);
        manager.views.saveAs("Compressor");
        int role = manager.views.roles().entrySet().stream()
                .filter(one -> one.getValue().equals("Manager"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        manager.views.share(manager.only(), role);
        Desk other = colleague("Manager");
        other.views.open(other.only());
        other.page.setCharts(3);
        manager.page.setCharts(2);
        other.views.save();
        manager.views.load();
        manager.views.save();
        assertThat(manager.dialogs.asked).singleElement().asString().startsWith("Somebody else changed this view");
        assertThat(stored().charts()).as("nothing lost before the answer").hasSize(3);
        manager.dialogs.agree();
        assertThat(stored().charts()).hasSize(2);
    }

    @Test
    void whatIsOutsideThePlacesIsLeftOutAndSaid() {
        draw(manager);
        manager.views.saveAs("Compressor");
        SavedPage view = manager.only();
        TrendPage.Trace gone = new TrendPage.Trace(UUID.randomUUID(), "vibration");
        manager.views.open(view.with(new TrendPage(
                List.of(new TrendPage.Chart(List.of(gone, view.page().traces().getFirst()))), "", false)));
        assertThat(manager.page.page().traces())
                .containsExactly(view.page().traces().getFirst());
        assertThat(manager.page.linkedProperty().get()).isFalse();
        assertThat(manager.notices.last())
                .isEqualTo("info: One metric is gone or outside your places and is not shown.");
    }

    @Test
    void aViewThatIsGoneIsSaid() {
        draw(manager);
        manager.views.saveAs("Compressor");
        SavedPage view = manager.only();
        site.services.trendViews().delete(view.id(), view.revision());
        manager.views.rename(view, "Other");
        assertThat(manager.notices.last()).startsWith("warning: “Other” was deleted meanwhile.");
    }

    private TrendPage stored() {
        return site.services.trendViews().all().getFirst().page();
    }
}
