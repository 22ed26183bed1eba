package com.prosynchub.ui.metrics;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.task.Lookup;
import com.prosynchub.ui.kit.task.TaskLookup;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** The grid of all metrics as the shell sees it. FX thread. */
final class MetricGridScreen extends LiveScreen {
    private static final Set<String> TABLES = Set.of(ChangeService.METRICS, ChangeService.METRIC_SETTINGS);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int HITS = 12;

    private final MetricGridViewModel model;
    private final MetricEditsViewModel edits;
    private final MetricGridView view;

    MetricGridScreen(SessionServices services, Workbench bench) {
        model = new MetricGridViewModel(services.metricGrid(), bench.tasks(), bench.notices(), bench.formats());
        edits = new MetricEditsViewModel(services.metricGrid(), model, bench.tasks(), bench.notices());
        view = new MetricGridView(
                model,
                edits,
                services.gate().may(Resource.ASSET, Action.READ) ? assets(services, bench) : null,
                services.gate().may(Resource.METRIC, Action.CONFIGURE),
                new MetricGridView.Details(
                        new WhatIfViewModel(services.whatIf(), bench.tasks(), bench.formats()),
                        new LimitHistoryViewModel(services.limitHistory(), bench.tasks())),
                bench);
        boolean types = services.gate().may(Resource.ASSET_TYPE, Action.READ);
        Runnable load = () -> model.load(() -> types ? services.assetTypes().all() : List.of());
        view.onRetry(load);
        rereadOn(
                bench.tasks().ui(),
                () -> model.reread(view.table().inSight()),
                signal -> services.changes().subscribe(TABLES, change -> signal.run())::close);
        whileShown(() -> bench.tasks().ui().every(TICK, view.table()::tick));
        whenShown(load);
    }

    private static Lookup<UUID> assets(SessionServices services, Workbench bench) {
        return new TaskLookup<>(
                bench.tasks(),
                text -> services.assets().search(text, HITS).stream()
                        .map(hit -> new Lookup.Hit<>(hit.node().id(), String.join(" / ", hit.pathNames())))
                        .toList(),
                id -> services.assets().path(id).stream().map(AssetNode::name).collect(Collectors.joining(" / ")));
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public UnsavedWork unsavedWork() {
        return edits;
    }
}
