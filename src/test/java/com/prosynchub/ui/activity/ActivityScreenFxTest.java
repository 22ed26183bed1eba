package com.prosynchub.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.SampleFeed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stream in the window, and the histories on the screens of records. */
@ExtendWith(FxToolkitExtension.class)
class ActivityScreenFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private LiveWindow open(String role) {
        LiveWindow window = LiveWindow.onAssets(role);
        opened = window;
        new SampleFeed(window.site).morning();
        return window;
    }

    private LiveWindow openStream(String role) {
        LiveWindow window = open(role);
        Fx.run(() -> window.shell().navigator().open("activity"));
        Fx.until(() -> !table(window, "#activity-table").getItems().isEmpty());
        return window;
    }

    @Test
    void aLineArrivesWithoutStealingTheChosenOne() {
        LiveWindow window = openStream("Manager");
        ActivityLine chosen = choose(window, "#activity-table", "WORK_ORDER_UPDATED");
        new SampleFeed(window.site)
                .did(
                        window.site.session.user().userId(),
                        "ASSET_UPDATED",
                        RecordKey.of("ASSET", window.site.id("Separator S-210")),
                        "Changed",
                        "Separator S-210",
                        Duration.ZERO,
                        "model");
        window.site.plant.feed().publish(new Change(ChangeService.ACTIVITIES, Change.Kind.INSERTED, Set.of()));
        window.awaitWords("Changed asset “Separator S-210”");
        assertThat(Fx.call(() ->
                        table(window, "#activity-table").getSelectionModel().getSelectedItem()))
                .isEqualTo(chosen);
    }

    @Test
    void byKeyboardToTheRecordOfALine() {
        LiveWindow window = openStream("Manager");
        ActivityLine chosen = choose(window, "#activity-table", "WORK_ORDER_UPDATED");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#workorder-history") != null);
        Fx.until(() -> table(window, "#workorder-history").getItems().contains(chosen));
        assertThat(Fx.call(() -> table(window, "#workorder-history").getItems().size()))
                .isEqualTo(2);
    }

    @Test
    void aPlaceIsOpenedFromItsLineAndShowsItsHistory() {
        LiveWindow window = openStream("Manager");
        choose(window, "#activity-table", "LOCATION_UPDATED");
        window.hands.clickOn(window.get("#activity-open", Button.class));
        Fx.until(() -> window.find("#location-history") != null
                && table(window, "#location-history").getItems().size() == 1);
    }

    @Test
    void followingNarrowsToWhatIsFollowed() {
        LiveWindow window = openStream("Manager");
        choose(window, "#activity-table", "WORK_ORDER_UPDATED");
        window.hands.clickOn(window.get("#activity-follow", Button.class));
        Fx.until(() -> window.get("#activity-follow", Button.class).getText().equals("Stop following"));
        window.hands.clickOn(window.get("#activity-followed", ToggleButton.class));
        Fx.until(() -> types(window).equals(List.of("WORK_ORDER_CHECKLIST_UPDATED", "WORK_ORDER_UPDATED")));
    }

    @Test
    void theHistoryOfAnAssetIsReadOnItsTab() {
        LiveWindow window = open("Operator");
        String compressor = window.site.id("Ammonia compressor C-401").toString();
        Fx.run(() -> window.shell().navigator().open("assets", compressor + "/history"));
        Fx.until(() -> window.find("#asset-history") != null
                && table(window, "#asset-history").getItems().size() == 2);
        window.awaitWords("Moved asset “Ammonia compressor C-401” from Warning to Critical");
        window.awaitWords("critical limit, warning limit");
    }

    @Test
    void aTechnicianIsToldOfTheOwnOrdersOnly() {
        LiveWindow window = open("Technician");
        UUID first = window.site
                .session
                .workOrders()
                .list(Set.of(), PageRequest.first(1))
                .items()
                .getFirst()
                .id();
        SampleFeed feed = new SampleFeed(window.site);
        UUID others = UUID.randomUUID();
        feed.did(
                window.site.session.user().userId(),
                "WORK_ORDER_CREATED",
                RecordKey.of("WORK_ORDER", others),
                "Created",
                "x");
        window.site.session.hide(others);
        Fx.run(() -> window.shell().navigator().open("activity"));
        Fx.until(() -> !table(window, "#activity-table").getItems().isEmpty());
        assertThat(Fx.call(() -> table(window, "#activity-table").getItems().stream()
                        .map(line -> line.activity().record().orElseThrow())
                        .distinct()
                        .toList()))
                .containsExactly(RecordKey.of("WORK_ORDER", first));
        assertThat(Fx.call(() -> window.find("#activity-kind") == null)).isTrue();
    }

    private static ActivityLine choose(LiveWindow window, String table, String type) {
        return Fx.call(() -> {
            TableView<ActivityLine> lines = table(window, table);
            ActivityLine line = lines.getItems().stream()
                    .filter(l -> l.activity().type().equals(type))
                    .findFirst()
                    .orElseThrow();
            lines.getSelectionModel().select(line);
            lines.requestFocus();
            return line;
        });
    }

    private static List<String> types(LiveWindow window) {
        return table(window, "#activity-table").getItems().stream()
                .map(line -> line.activity().type())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static TableView<ActivityLine> table(LiveWindow window, String selector) {
        Node found = Objects.requireNonNull(window.find(selector), selector);
        return (TableView<ActivityLine>) found;
    }
}
