package com.prosynchub.ui.trends;

import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where metrics are picked: the tree of assets with their metrics, opened step by step, or what a search found. FX thread. */
public final class MetricPickerViewModel {
    static final int HITS = 30;
    /** Assets below one other that the slim tree shows; what is beyond is found by search. */
    static final int CHILDREN = 200;

    private final AssetService assets;
    private final MetricService metrics;
    private final TaskRunner tasks;
    private final Messages messages = Messages.of("trends");

    MetricPickerViewModel(AssetService assets, MetricService metrics, TaskRunner tasks) {
        this.assets = assets;
        this.metrics = metrics;
        this.tasks = tasks;
    }

    /** The topmost assets. */
    public void top(Consumer<List<PickerRow>> answer) {
        tasks.run(() -> assets.children(null, PageRequest.first(CHILDREN)))
                .newest(TaskKey.of(this, "rows"))
                .onSuccess(page -> answer.accept(orRemark(branches(page), "pick.empty")))
                .onFailure(failure -> answer.accept(failed(failure)))
                .start();
    }

    /** Metrics of an asset, then the assets below it. */
    public void below(PickerRow.Branch asset, Consumer<List<PickerRow>> answer) {
        tasks.run(() -> rowsBelow(asset))
                .onSuccess(rows -> answer.accept(orRemark(rows, "no.metrics")))
                .onFailure(failure -> answer.accept(failed(failure)))
                .start();
    }

    /** Assets by name, with the way to them; only the newest question is answered. */
    public void find(String text, Consumer<List<PickerRow>> answer) {
        tasks.run(() -> assets.search(text, HITS))
                .newest(TaskKey.of(this, "rows"))
                .onSuccess(hits -> answer.accept(
                        orRemark(hits.stream().map(MetricPickerViewModel::hit).toList(), "pick.nothing")))
                .onFailure(failure -> answer.accept(failed(failure)))
                .start();
    }

    private List<PickerRow> rowsBelow(PickerRow.Branch asset) {
        List<PickerRow> rows = new ArrayList<>();
        metrics.ofAsset(asset.id()).forEach(metric -> rows.add(leaf(asset.id(), asset.name(), metric)));
        rows.addAll(branches(assets.children(asset.id(), PageRequest.first(CHILDREN))));
        return rows;
    }

    private List<PickerRow> branches(Page<AssetNode> page) {
        List<PickerRow> rows = new ArrayList<>(page.items().stream()
                .map(node -> (PickerRow) new PickerRow.Branch(node.id(), node.name(), node.name()))
                .toList());
        if (!page.last()) {
            rows.add(new PickerRow.Remark(messages.text("pick.more", CHILDREN)));
        }
        return rows;
    }

    private static PickerRow hit(AssetHit hit) {
        return new PickerRow.Branch(hit.node().id(), hit.node().name(), String.join(" / ", hit.pathNames()));
    }

    private PickerRow leaf(UUID asset, String name, AssetMetric metric) {
        String words = metric.name().replace('_', ' ');
        String text = unit(metric).isEmpty() ? words : messages.text("metric", words, unit(metric));
        return new PickerRow.Leaf(new Line(asset, name, metric), text);
    }

    private static String unit(AssetMetric metric) {
        @Nullable String unit = metric.unit();
        return unit == null ? "" : unit;
    }

    private List<PickerRow> orRemark(List<PickerRow> rows, String key) {
        return rows.isEmpty() ? List.of(new PickerRow.Remark(messages.text(key))) : rows;
    }

    private List<PickerRow> failed(Failure failure) {
        FailureText text = FailureText.of(failure);
        return List.of(new PickerRow.Remark(messages.text("failed", text.what(), text.todo(), text.code())));
    }
}
