package com.prosynchub.ui.kit.task;

import java.time.Duration;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;

/** The real FX thread. Together with {@link StallMonitor} the only code that names {@code Platform}. */
public final class FxUiScheduler implements UiScheduler {
    private final InstantSource clock;

    public FxUiScheduler() {
        this(InstantSource.system());
    }

    public FxUiScheduler(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean isUiThread() {
        return Platform.isFxApplicationThread();
    }

    @Override
    public void post(Runnable action) {
        Platform.runLater(action);
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        return start(delay, action, 1);
    }

    @Override
    public Cancellable every(Duration interval, Runnable action) {
        return start(interval, action, Animation.INDEFINITE);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    private static Cancellable start(Duration duration, Runnable action, int cycles) {
        var millis = javafx.util.Duration.millis(Math.max(1.0, duration.toNanos() / 1e6));
        Timeline timeline = new Timeline(new KeyFrame(millis, event -> action.run()));
        timeline.setCycleCount(cycles);
        timeline.play();
        return timeline::stop;
    }
}
