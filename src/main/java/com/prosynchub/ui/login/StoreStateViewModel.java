package com.prosynchub.ui.login;

import com.prosynchub.model.health.StoreStatus;
import com.prosynchub.service.health.StoreHealthService;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.time.Duration;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of both stores, asked every few seconds while the door is shown. FX thread. */
public final class StoreStateViewModel {
    static final Duration EVERY = Duration.ofSeconds(5);

    private final StoreHealthService health;
    private final TaskRunner tasks;
    private final ObservableList<StoreStatus> stores = FXCollections.observableArrayList();
    private @Nullable Cancellable ticking;

    public StoreStateViewModel(StoreHealthService health, TaskRunner tasks) {
        this.health = health;
        this.tasks = tasks;
    }

    public void start() {
        stop();
        ask();
        ticking = tasks.ui().every(EVERY, this::ask);
    }

    public void stop() {
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
    }

    private void ask() {
        tasks.run(health::check)
                .newest(TaskKey.of(this, "stores"))
                .onSuccess(now -> stores.setAll(now.relational(), now.document()))
                .onFailure(failure -> stores.clear())
                .start();
    }

    /** One for each store, in the order of {@code Failure.Store}; empty before the first answer. */
    public ObservableList<StoreStatus> stores() {
        return stores;
    }
}
