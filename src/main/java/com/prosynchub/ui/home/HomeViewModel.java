package com.prosynchub.ui.home;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.home.Overview;
import com.prosynchub.service.home.OverviewService;
import com.prosynchub.service.home.Tile;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The overview a person starts from, part by part, followed while it is visible. FX thread. */
public final class HomeViewModel {
    static final int ROWS = 12;
    static final Duration INTERVAL = Duration.ofSeconds(1);

    private final OverviewService overview;
    private final ChangeService changes;
    private final TaskRunner tasks;
    final ObjectProperty<HomePart<Map<AssetStatus, Long>>> statuses = part();
    final ObjectProperty<HomePart<List<AssetNode>>> worst = part();
    final ObjectProperty<HomePart<List<OutsideRow>>> outside = part();
    final ObjectProperty<HomePart<WorkFigures>> work = part();
    final ObjectProperty<HomePart<Long>> parts = part();
    final ObjectProperty<HomePart<List<ActivityRow>>> activity = part();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private @Nullable Watch watch;
    private @Nullable UpdateThrottle throttle;

    public HomeViewModel(OverviewService overview, ChangeService changes, TaskRunner tasks) {
        this.overview = overview;
        this.changes = changes;
        this.tasks = tasks;
    }

    private static <T> ObjectProperty<HomePart<T>> part() {
        return new SimpleObjectProperty<>(new HomePart.Waiting<>());
    }

    /** Visible: read, and follow. */
    public void start() {
        stop();
        UpdateThrottle signalled = new UpdateThrottle(tasks.ui(), INTERVAL, this::load);
        throttle = signalled;
        watch = changes.subscribe(
                Set.of(ChangeService.ASSETS, ChangeService.METRICS, ChangeService.WORK_ORDERS, ChangeService.PARTS),
                change -> signalled.signal());
        load();
    }

    /** Hidden: stop following. */
    public void stop() {
        Watch listening = watch;
        if (listening != null) {
            listening.close();
            watch = null;
        }
        UpdateThrottle running = throttle;
        if (running != null) {
            running.close();
            throttle = null;
        }
    }

    public void load() {
        tasks.run(() -> overview.load(ROWS))
                .newest(TaskKey.of(this, "overview"))
                .onSuccess(this::show)
                .onFailure(this::failed)
                .start();
    }

    private void show(Overview now) {
        take(statuses, now.assetsByStatus(), Function.identity());
        take(worst, now.worstAssets(), Function.identity());
        take(outside, now.outsideLimits(), list -> list.stream()
                .map(line -> new OutsideRow(line.metric(), line.assetName()))
                .toList());
        take(work, now.work(), HomeViewModel::figures);
        take(parts, now.partsToReorder(), Function.identity());
        take(activity, now.recentActivity(), list -> list.stream()
                .map(line -> new ActivityRow(
                        line.person(),
                        Words.of(line.activity()),
                        line.activity().timestamp(),
                        Objects.equals(line.activity().targetType(), "ASSET")
                                ? line.activity().targetId()
                                : null))
                .toList());
        state.set(ScreenState.ready());
    }

    private void failed(Failure failure) {
        if (statuses.get() instanceof HomePart.Waiting<?>) {
            state.set(ScreenState.failed(failure));
        }
    }

    private static WorkFigures figures(Overview.WorkSummary summary) {
        long open = summary.byStatus().entrySet().stream()
                .filter(entry -> entry.getKey().open())
                .mapToLong(Map.Entry<WorkOrderStatus, Long>::getValue)
                .sum();
        return new WorkFigures(open, summary.overdue(), summary.nextDue());
    }

    private static <T, S> void take(ObjectProperty<HomePart<T>> part, Tile<S> tile, Function<S, T> as) {
        part.set(
                switch (tile) {
                    case Tile.Ready<S>(S value) -> new HomePart.Ready<>(as.apply(value));
                    case Tile.Failed<S>(Failure failure) -> new HomePart.Failed<>(failure);
                    case Tile.Hidden<S>() -> new HomePart.Hidden<>();
                });
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
