package com.prosynchub.ui.kit.task;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How long something is barred, told every second until it is over. FX thread. */
public final class Countdown {
    private final UiScheduler ui;
    private final ReadOnlyObjectWrapper<@Nullable Duration> left = new ReadOnlyObjectWrapper<>();
    private @Nullable Cancellable ticking;

    public Countdown(UiScheduler ui) {
        this.ui = ui;
    }

    /** Begins anew. */
    public void start(Duration time) {
        Instant until = ui.clock().instant().plus(time);
        stop();
        tick(until);
        ticking = ui.every(Duration.ofSeconds(1), () -> tick(until));
    }

    /** Ends at once. */
    public void stop() {
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
        left.set(null);
    }

    private void tick(Instant until) {
        Duration now = Duration.between(ui.clock().instant(), until);
        if (now.isNegative() || now.isZero()) {
            stop();
        } else {
            left.set(now);
        }
    }

    /** What is left; null while nothing is barred. */
    public ReadOnlyObjectProperty<@Nullable Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }
}
