package com.prosynchub.ui.kit.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Twin of {@link FxUiScheduler} for tests without a toolkit: its clock stands still until {@link #advance}, and what was
 * posted waits for {@link #runPosted}. Thread confined to the test.
 */
public final class ManualUiScheduler implements UiScheduler {
    private final Queue<Runnable> posted = new ArrayDeque<>();
    private final List<Tick> ticks = new ArrayList<>();
    private Instant now;
    private boolean onUiThread = true;

    public ManualUiScheduler() {
        this(Instant.parse("2026-03-02T08:00:00Z"));
    }

    public ManualUiScheduler(Instant start) {
        this.now = start;
    }

    /** Pretends that the caller is, or is not, on the FX thread. */
    public void pretendUiThread(boolean on) {
        onUiThread = on;
    }

    @Override
    public boolean isUiThread() {
        return onUiThread;
    }

    @Override
    public void post(Runnable action) {
        posted.add(action);
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        return add(new Tick(now.plus(delay), null, action));
    }

    @Override
    public Cancellable every(Duration interval, Runnable action) {
        return add(new Tick(now.plus(interval), interval, action));
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    /** Runs everything posted so far and everything that those actions post; answers how many ran. */
    public int runPosted() {
        int count = 0;
        for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
            next.run();
            count++;
        }
        return count;
    }

    /** Moves the clock on, runs due ticks in their order, and runs what they post. */
    public void advance(Duration by) {
        Instant end = now.plus(by);
        runPosted();
        while (true) {
            var due = ticks.stream()
                    .filter(tick -> !tick.at.isAfter(end))
                    .min(Comparator.comparing((Tick tick) -> tick.at));
            if (due.isEmpty()) {
                break;
            }
            Tick tick = due.get();
            now = tick.at;
            ticks.remove(tick);
            if (tick.interval != null) {
                tick.at = tick.at.plus(tick.interval);
                ticks.add(tick);
            }
            tick.action.run();
            runPosted();
        }
        now = end;
    }

    /** Ticks not yet cancelled or done; a test of a closed screen expects none. */
    public int pendingTicks() {
        return ticks.size();
    }

    private Cancellable add(Tick tick) {
        ticks.add(tick);
        return () -> ticks.remove(tick);
    }

    private static final class Tick {
        private Instant at;
        private final @Nullable Duration interval;
        private final Runnable action;

        private Tick(Instant at, @Nullable Duration interval, Runnable action) {
            this.at = at;
            this.interval = interval;
            this.action = action;
        }
    }
}
