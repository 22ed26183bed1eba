package com.prosynchub.ui.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedViewModelTest {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final FeedViewModel feed = new FeedViewModel(tasks);
    private final List<ActivityLine> store = new ArrayList<>();
    private @Nullable Failure broken;

    private void open(int lines) {
        for (int i = 0; i < lines; i++) {
            did(i);
        }
        feed.watch(true);
        feed.show(this::page);
        tasks.runAll();
    }

    @Test
    void newestFirstAndPageByPage() {
        open(FeedViewModel.PAGE + 5);
        assertThat(feed.lines()).hasSize(FeedViewModel.PAGE);
        assertThat(feed.moreProperty().get()).isTrue();
        feed.loadMore();
        tasks.runAll();
        assertThat(feed.lines()).containsExactlyElementsOf(sorted());
        assertThat(feed.moreProperty().get()).isFalse();
    }

    @Test
    void nothingIsReadBeforeItIsSeen() {
        did(1);
        feed.show(this::page);
        tasks.runAll();
        assertThat(feed.lines()).isEmpty();
        feed.watch(true);
        tasks.runAll();
        assertThat(feed.lines()).hasSize(1);
    }

    @Test
    void whatArrivesGoesInWhereItsTimeSaysAndNothingElseIsTouched() {
        open(3);
        List<ActivityLine> before = List.copyOf(feed.lines());
        List<String> changes = new ArrayList<>();
        feed.lines().addListener((javafx.collections.ListChangeListener<ActivityLine>) change -> {
            while (change.next()) {
                changes.add("+" + change.getAddedSize() + " -" + change.getRemovedSize() + " at " + change.getFrom());
            }
        });
        did(10);
        ActivityLine late = did(NOON.plusMillis(1500));
        feed.refresh();
        tasks.runAll();
        assertThat(changes).containsExactlyInAnyOrder("+1 -0 at 0", "+1 -0 at 2");
        assertThat(feed.lines()).containsAll(before).hasSize(5);
        assertThat(feed.lines().get(2)).isEqualTo(late);
        feed.refresh();
        tasks.runAll();
        assertThat(changes).as("nothing new, nothing touched").hasSize(2);
    }

    @Test
    void whileSomebodyReadsFurtherDownNothingIsPutInAbove() {
        open(3);
        feed.hold(true);
        did(10);
        did(11);
        feed.refresh();
        tasks.runAll();
        assertThat(feed.lines()).hasSize(3);
        assertThat(feed.waitingProperty().get()).isEqualTo(2);
        feed.hold(false);
        assertThat(feed.lines()).containsExactlyElementsOf(sorted());
        assertThat(feed.waitingProperty().get()).isZero();
    }

    @Test
    void aGapIsNotHidden() {
        open(3);
        for (int i = 10; i < 11 + FeedViewModel.PAGE; i++) {
            did(i);
        }
        feed.hold(true);
        feed.refresh();
        tasks.runAll();
        assertThat(feed.lines()).containsExactlyElementsOf(sorted().subList(0, FeedViewModel.PAGE));
        assertThat(feed.moreProperty().get()).isTrue();
    }

    @Test
    void anotherSourceForgetsTheFirstEvenWhenItAnswersLate() {
        did(1);
        feed.watch(true);
        feed.show(this::page);
        feed.show(page -> new Page<>(List.of(), null));
        tasks.runAll();
        assertThat(feed.lines()).isEmpty();
        assertThat(feed.stateProperty().get()).isEqualTo(ScreenState.ready());
        feed.show(null);
        assertThat(feed.stateProperty().get()).isEqualTo(ScreenState.empty());
    }

    @Test
    void aFailureIsSaidAndWhatWasReadStays() {
        Failure away = new Failure.Unavailable(Failure.Store.DOCUMENT, "away");
        broken = away;
        open(2);
        assertThat(feed.stateProperty().get()).isEqualTo(ScreenState.failed(away));
        broken = null;
        feed.refresh();
        tasks.runAll();
        assertThat(feed.lines()).hasSize(2);
        broken = away;
        feed.refresh();
        tasks.runAll();
        assertThat(feed.lines()).hasSize(2);
        assertThat(feed.stateProperty().get()).isEqualTo(ScreenState.ready());
        assertThat(feed.problemProperty().get()).isEqualTo(away);
    }

    private ActivityLine did(int second) {
        return did(NOON.plusSeconds(second));
    }

    private ActivityLine did(Instant at) {
        Activity activity =
                new Activity(UUID.randomUUID(), new UUID(0, 1), "LOGIN", "Signed in", at, null, null, Map.of());
        ActivityLine line = new ActivityLine(activity, "Ada");
        store.add(line);
        return line;
    }

    private List<ActivityLine> sorted() {
        return store.stream()
                .sorted(Comparator.comparing(
                        (ActivityLine line) -> line.activity().timestamp(), Comparator.reverseOrder()))
                .toList();
    }

    private Page<ActivityLine> page(PageRequest request) {
        if (broken != null) {
            throw new FailureException(broken);
        }
        int from = request.after() == null ? 0 : Integer.parseInt(request.after());
        int to = Math.min(from + request.size(), store.size());
        return new Page<>(sorted().subList(from, to), to == store.size() ? null : Integer.toString(to));
    }
}
