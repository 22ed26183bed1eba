package com.prosynchub.ui.assets;

import com.prosynchub.model.change.Change;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The current metrics of the shown asset. Values change in place: a row keeps its position whatever it shows. FX thread; the
 * feed only signals the throttle.
 */
public final class MetricsViewModel {
    private final MetricService metrics;
    private final ChangeService changes;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("assets");
    private final ObservableList<AssetMetric> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyObjectWrapper<@Nullable UUID> asset = new ReadOnlyObjectWrapper<>();
    private @Nullable Watch watch;
    private @Nullable UpdateThrottle throttle;
    private Set<UUID> watched = Set.of();
    private boolean live;

    public MetricsViewModel(MetricService metrics, ChangeService changes, TaskRunner tasks, Notices notices) {
        this.metrics = metrics;
        this.changes = changes;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Shows the metrics of another asset, or of none. */
    public void show(@Nullable UUID id) {
        if (id == null || !id.equals(asset.get())) {
            rows.clear();
            state.set(ScreenState.loading());
        }
        asset.set(id);
        reload();
    }

    public void reload() {
        UUID id = asset.get();
        // Asked for nobody too: that overtakes an answer about the asset before.
        tasks.run(() -> id == null ? List.<AssetMetric>of() : metrics.ofAsset(id))
                .newest(TaskKey.of(this, "metrics"))
                .onSuccess(this::take)
                .onFailure(failure -> {
                    if (rows.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    }
                })
                .start();
    }

    /** The screen is visible: follow the values. */
    public void start() {
        live = true;
        watched = Set.of();
        throttle = new UpdateThrottle(tasks.ui(), UpdateThrottle.LIVE, this::reload);
        reload();
    }

    /** The screen is hidden: stop following. */
    public void stop() {
        live = false;
        closeWatch();
        UpdateThrottle running = throttle;
        if (running != null) {
            running.close();
            throttle = null;
        }
    }

    public void delete(AssetMetric metric) {
        tasks.run(() -> metrics.delete(metric.id(), metric.revision()))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Saved<UUID>) {
                        notices.success(messages.text("metric.deleted", metric.name()));
                    } else {
                        notices.warning(messages.text("metric.changed", metric.name()));
                    }
                    reload();
                })
                .start();
    }

    private void take(List<AssetMetric> fresh) {
        for (int i = 0; i < fresh.size(); i++) {
            AssetMetric now = fresh.get(i);
            if (i < rows.size() && rows.get(i).id().equals(now.id())) {
                if (!rows.get(i).equals(now)) {
                    rows.set(i, now);
                }
            } else {
                rows.setAll(fresh);
                break;
            }
        }
        if (rows.size() > fresh.size()) {
            rows.setAll(fresh);
        }
        state.set(fresh.isEmpty() ? ScreenState.empty() : ScreenState.ready());
        watch(fresh);
    }

    private void watch(List<AssetMetric> fresh) {
        Set<UUID> ids = new HashSet<>();
        fresh.forEach(metric -> ids.add(metric.id()));
        UpdateThrottle signalled = throttle;
        if (!live || signalled == null || (watch != null && ids.equals(watched))) {
            return;
        }
        closeWatch();
        watched = ids;
        watch = changes.subscribe(Set.of(ChangeService.METRICS), change -> {
            if (concerns(change, ids)) {
                signalled.signal();
            }
        });
    }

    /** A new metric says neither whose it is nor is it known yet, so that any new one is looked at. */
    private static boolean concerns(Change change, Set<UUID> ids) {
        return change.anyRow()
                || change.kind() == Change.Kind.INSERTED
                || ids.stream().anyMatch(id -> change.ids().contains(id.toString()));
    }

    private void closeWatch() {
        Watch listening = watch;
        if (listening != null) {
            listening.close();
            watch = null;
        }
        watched = Set.of();
    }

    /** By name; the order stays while values change. */
    public ObservableList<AssetMetric> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable UUID> assetProperty() {
        return asset.getReadOnlyProperty();
    }
}
