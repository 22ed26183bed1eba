package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationsViewModelTest {
    private final UiSite site = new UiSite("Technician");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final MemoryPreferences preferences = new MemoryPreferences();
    private final NotificationsViewModel model =
            new NotificationsViewModel(site.services.notifications(), site.services.changes(), tasks, preferences);

    @Test
    void theBellCountsAndFollows() {
        notice(site.session.user().userId(), "one", 10);
        notice(UUID.randomUUID(), "somebody else's", 5);
        model.start();
        assertThat(model.unreadProperty().get()).isEqualTo(1);
        notice(site.session.user().userId(), "two", 1);
        tasks.ui().advance(NotificationsViewModel.EVERY);
        assertThat(model.unreadProperty().get()).isEqualTo(2);
    }

    @Test
    void anAnnouncedNotificationIsCountedAtOnce() {
        model.start();
        notice(site.session.user().userId(), "one", 1);
        site.session.changes().publish(new Change("notifications", Change.Kind.INSERTED, Set.of()));
        tasks.ui().runPosted();
        assertThat(model.unreadProperty().get()).isEqualTo(1);
        model.stop();
        assertThat(site.session.changes().subscriptions()).isZero();
    }

    @Test
    void theListIsNewestFirstAndReadingCountsDown() {
        notice(site.session.user().userId(), "older", 10);
        notice(site.session.user().userId(), "newer", 1);
        model.start();
        model.load();
        assertThat(model.list()).extracting(Notification::title).containsExactly("newer", "older");
        model.markRead(model.list().getFirst());
        assertThat(model.list().getFirst().read()).isTrue();
        assertThat(model.unreadProperty().get()).isEqualTo(1);
    }

    @Test
    void whatIsDismissedGoesAndStaysAway() {
        notice(site.session.user().userId(), "one", 1);
        model.start();
        model.load();
        model.dismiss(model.list().getFirst());
        assertThat(model.list()).isEmpty();
        assertThat(model.unreadProperty().get()).isZero();
        model.load();
        assertThat(model.list()).isEmpty();
    }

    @Test
    void aStoreThatIsDownLeavesTheBellQuietButTheListSaysSo() {
        notice(site.session.user().userId(), "one", 1);
        model.start();
        site.documents.stop();
        tasks.ui().advance(NotificationsViewModel.EVERY);
        assertThat(model.unreadProperty().get()).as("what was known stays").isEqualTo(1);
        assertThat(tasks.unhandled()).isEmpty();
        model.load();
        assertThat(tasks.unhandled()).hasSize(1);
    }

    @Test
    void whatThePersonDoesNotWantIsNeitherCountedNorListed() {
        preferences.putBoolean(Preferences.NOTICE + "completed", false);
        notice(site.session.user().userId(), "Work order completed", 2);
        notice(site.session.user().userId(), "Work order assigned to you", 1);
        model.start();
        model.load();
        assertThat(model.unreadProperty().get()).isEqualTo(1);
        assertThat(model.list()).extracting(Notification::title).containsExactly("Work order assigned to you");
    }

    @Test
    void afterItsEndNothingTicks() {
        model.start();
        model.stop();
        assertThat(tasks.ui().pendingTicks()).isZero();
    }

    private void notice(UUID user, String title, int minutesAgo) {
        site.documents
                .notifications()
                .insert(new Notification(
                        null,
                        user,
                        title,
                        "text",
                        Notification.Type.INFO,
                        false,
                        false,
                        null,
                        null,
                        FakePlant.NOW.minusSeconds(60L * minutesAgo)));
    }
}
