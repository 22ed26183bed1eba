package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A screen that follows the plant while it is shown, and only then. What it follows is named once, in the constructor; it
 * starts in that order when the screen is shown and stops in the opposite one when it is hidden. FX thread.
 */
public abstract class LiveScreen implements Screen {
    private final List<Supplier<Cancellable>> parts = new ArrayList<>();
    private final Deque<Cancellable> running = new ArrayDeque<>();

    /** Adds what is started and handed over to be cancelled, such as a timer or a subscription. */
    protected final void whileShown(Supplier<Cancellable> part) {
        parts.add(part);
    }

    /** Adds what has a start and a stop of its own. */
    protected final void whileShown(Runnable start, Runnable stop) {
        whileShown(() -> {
            start.run();
            return stop::run;
        });
    }

    /** Adds what is done each time the screen is shown, such as reading. */
    protected final void whenShown(Runnable action) {
        whileShown(action, () -> {});
    }

    /**
     * Reads again after announced changes, a few times a second at most.
     *
     * @param changes subscribes what it is given to the changes that concern the screen; they may come on any thread
     */
    protected final void rereadOn(UiScheduler ui, Runnable reread, Function<Runnable, Cancellable> changes) {
        whileShown(() -> {
            UpdateThrottle throttle = new UpdateThrottle(ui, UpdateThrottle.LIVE, reread);
            Cancellable subscription = changes.apply(throttle::signal);
            return () -> {
                subscription.cancel();
                throttle.close();
            };
        });
    }

    @Override
    public final void onShown() {
        if (running.isEmpty()) {
            parts.forEach(part -> running.push(part.get()));
        }
    }

    @Override
    public final void onHidden() {
        while (!running.isEmpty()) {
            running.pop().cancel();
        }
    }
}
