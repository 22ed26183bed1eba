package com.prosynchub.ui.workorders;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.ui.kit.task.Lookup;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds the asset that an order is about, by part of its name, serial number or model. FX thread. */
final class AssetLookup implements Lookup<UUID> {
    private static final int HITS = 12;

    private final AssetService assets;
    private final TaskRunner tasks;

    AssetLookup(AssetService assets, TaskRunner tasks) {
        this.assets = assets;
        this.tasks = tasks;
    }

    @Override
    public void find(String text, Consumer<List<Hit<UUID>>> answer) {
        tasks.run(() -> assets.search(text, HITS).stream()
                        .map(hit -> new Hit<>(hit.node().id(), String.join(" / ", hit.pathNames())))
                        .toList())
                .newest(TaskKey.of(this, "find"))
                .onSuccess(answer::accept)
                .onFailure(failure -> answer.accept(List.of()))
                .start();
    }

    @Override
    public void nameOf(UUID id, Consumer<String> answer) {
        tasks.run(() -> assets.path(id).stream().map(AssetNode::name).collect(Collectors.joining(" / ")))
                .newest(TaskKey.of(this, "name"))
                .onSuccess(answer::accept)
                .onFailure(failure -> answer.accept(""))
                .start();
    }
}
