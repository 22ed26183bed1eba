package com.prosynchub.ui.kit.feed;

import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the feed, newest first and page by page. What arrives goes in above what is there, line by line, so that no
 * choice is lost; while somebody reads further down it waits to be asked for. Reads only while it is seen. FX thread.
 */
public final class FeedViewModel {
    static final int PAGE = 50;

    private final TaskRunner tasks;
    private final ObservableList<ActivityLine> lines = FXCollections.observableArrayList();
    private final List<ActivityLine> arrived = new ArrayList<>();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.empty());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Source source;
    private @Nullable String next;
    private boolean seen;
    private boolean held;

    public FeedViewModel(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Where lines come from. Called on a worker. */
    @FunctionalInterface
    public interface Source {
        Page<ActivityLine> read(PageRequest page);
    }

    /** Shows other lines; null for none. */
    public void show(@Nullable Source other) {
        source = other;
        next = null;
        lines.clear();
        forgetArrived();
        more.set(false);
        problem.set(null);
        state.set(other == null ? ScreenState.empty() : ScreenState.loading());
        refresh();
    }

    /** Whether anybody sees the lines; nothing is read before. */
    public void watch(boolean now) {
        boolean began = now && !seen;
        seen = now;
        if (began) {
            refresh();
        }
    }

    /** Whether somebody reads further down, so that nothing may be put in above. */
    public void hold(boolean now) {
        held = now;
        if (!now) {
            release();
        }
    }

    /** Puts in what arrived meanwhile. */
    public void release() {
        List<ActivityLine> fresh = List.copyOf(arrived);
        forgetArrived();
        fresh.forEach(this::put);
    }

    /** Takes in what was recorded since. */
    public void refresh() {
        read(PageRequest.first(PAGE), this::take);
    }

    /** Reads the page after the last line. */
    public void loadMore() {
        if (next != null) {
            read(PageRequest.first(PAGE).next(next), page -> {
                lines.addAll(page.items());
                follow(page);
            });
        }
    }

    private void read(PageRequest page, Consumer<Page<ActivityLine>> then) {
        Source from = source;
        if (from == null || !seen) {
            return;
        }
        tasks.run(() -> from.read(page))
                .newest(TaskKey.of(this, "lines"))
                .onSuccess(read -> {
                    problem.set(null);
                    then.accept(read);
                    state.set(ScreenState.ready());
                })
                .onFailure(failure -> {
                    problem.set(failure);
                    if (lines.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    }
                })
                .start();
    }

    private void take(Page<ActivityLine> newest) {
        Set<UUID> known = new HashSet<>();
        lines.forEach(line -> known.add(line.activity().eventId()));
        List<ActivityLine> fresh = newest.items().stream()
                .filter(line -> !known.contains(line.activity().eventId()))
                .toList();
        boolean joins = newest.next() == null || fresh.size() < newest.items().size();
        if (lines.isEmpty() || !joins) {
            // So much was recorded that there is a gap: the list begins anew rather than hiding it.
            forgetArrived();
            lines.setAll(newest.items());
            follow(newest);
        } else if (held) {
            arrived.clear();
            arrived.addAll(fresh);
            waiting.set(fresh.size());
        } else {
            forgetArrived();
            fresh.forEach(this::put);
        }
    }

    /** A transaction that took long is recorded late and belongs further down. */
    private void put(ActivityLine line) {
        Instant at = line.activity().timestamp();
        int place = 0;
        while (place < lines.size() && lines.get(place).activity().timestamp().isAfter(at)) {
            place++;
        }
        lines.add(place, line);
    }

    private void follow(Page<ActivityLine> page) {
        next = page.next();
        more.set(next != null);
    }

    private void forgetArrived() {
        arrived.clear();
        waiting.set(0);
    }

    /** Newest first, as far as read. */
    public ObservableList<ActivityLine> lines() {
        return lines;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there are older lines than those shown. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Lines that arrived while somebody reads further down. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Why the last reading failed; null when it did not. */
    public ReadOnlyObjectProperty<@Nullable Failure> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
