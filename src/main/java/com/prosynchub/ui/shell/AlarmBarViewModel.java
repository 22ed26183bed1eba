package com.prosynchub.ui.shell;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is outside a limit just now: how many by severity, and the worst. Follows changes, at most once a second. FX thread. */
public final class AlarmBarViewModel {
    /** Counted up to this; the bar then says "or more". */
    static final int MOST = 500;

    static final Duration INTERVAL = Duration.ofSeconds(1);
    /** Read again even when nothing was announced, should the announcements have stopped. */
    static final Duration ANYWAY = Duration.ofSeconds(15);

    /**
     * What the bar shows.
     *
     * @param counts by severity, normal left out
     * @param worst null when nothing is outside a limit
     */
    public record Bar(
            Map<Severity, Integer> counts,
            boolean capped,
            @Nullable AssetMetric worst,
            String worstAsset) {
        public Bar {
            counts = Map.copyOf(counts);
        }

        public int count(Severity severity) {
            return counts.getOrDefault(severity, 0);
        }
    }

    private final MetricService metrics;
    private final AssetService assets;
    private final ChangeService changes;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable Bar> bar = new ReadOnlyObjectWrapper<>();
    private final UpdateThrottle throttle;
    private @Nullable Watch watch;
    private @Nullable Cancellable anyway;

    public AlarmBarViewModel(MetricService metrics, AssetService assets, ChangeService changes, TaskRunner tasks) {
        this.metrics = metrics;
        this.assets = assets;
        this.changes = changes;
        this.tasks = tasks;
        throttle = new UpdateThrottle(tasks.ui(), INTERVAL, this::read);
    }

    public void start() {
        read();
        watch = changes.subscribe(Set.of(ChangeService.METRICS), change -> throttle.signal());
        anyway = tasks.ui().every(ANYWAY, this::read);
    }

    public void stop() {
        Watch listening = watch;
        if (listening != null) {
            listening.close();
            watch = null;
        }
        Cancellable timer = anyway;
        if (timer != null) {
            timer.cancel();
            anyway = null;
        }
        throttle.close();
    }

    private void read() {
        tasks.run(this::ask)
                .newest(TaskKey.of(this, "bar"))
                .onSuccess(bar::set)
                .onFailure(failure -> bar.set(null))
                .start();
    }

    private Bar ask() {
        List<AssetMetric> outside = metrics.outsideLimits(MOST);
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        outside.forEach(metric -> counts.merge(metric.severity(), 1, Integer::sum));
        counts.remove(Severity.NORMAL);
        AssetMetric worst = outside.isEmpty() ? null : outside.getFirst();
        String name = worst == null ? "" : nameOf(worst.assetId());
        return new Bar(counts, outside.size() >= MOST, worst, name);
    }

    private String nameOf(UUID asset) {
        return assets.nodes(List.of(asset)).stream()
                .findFirst()
                .map(AssetNode::name)
                .orElse("");
    }

    /** Null while it is not known, which is shown as such and never as "all normal". */
    public ReadOnlyObjectProperty<@Nullable Bar> barProperty() {
        return bar.getReadOnlyProperty();
    }
}
