package com.prosynchub.ui.workorders;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.ui.kit.task.Lookup;
import com.prosynchub.ui.kit.task.TaskLookup;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the asset that an order is about, by part of its name, serial number or model. */
final class AssetLookup {
    private static final int HITS = 12;

    private AssetLookup() {}

    static Lookup<UUID> of(AssetService assets, TaskRunner tasks) {
        return new TaskLookup<>(
                tasks,
                text -> assets.search(text, HITS).stream()
                        .map(hit -> new Lookup.Hit<>(hit.node().id(), String.join(" / ", hit.pathNames())))
                        .toList(),
                id -> assets.path(id).stream().map(AssetNode::name).collect(Collectors.joining(" / ")));
    }
}
