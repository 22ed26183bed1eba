package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.ui.kit.task.Lookup;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds assets for pickers and names them by their path. FX thread. */
public final class AssetSearchViewModel implements Lookup<UUID> {
    static final int HITS = 12;

    private final AssetService assets;
    private final TaskRunner tasks;

    public AssetSearchViewModel(AssetService assets, TaskRunner tasks) {
        this.assets = assets;
        this.tasks = tasks;
    }

    /** Looks for assets; of several questions only the newest is answered. */
    @Override
    public void find(String text, Consumer<List<Lookup.Hit<UUID>>> answer) {
        tasks.run(() -> assets.search(text, HITS))
                .newest(TaskKey.of(this, "find"))
                .onSuccess(found -> answer.accept(found.stream()
                        .map(hit -> new Lookup.Hit<>(hit.node().id(), String.join(" / ", hit.pathNames())))
                        .toList()))
                .onFailure(failure -> answer.accept(List.of()))
                .start();
    }

    /** Tells the way to an asset, outermost first; empty when it is gone. */
    @Override
    public void nameOf(UUID id, Consumer<String> answer) {
        tasks.run(() -> assets.path(id))
                .newest(TaskKey.of(this, "name"))
                .onSuccess(path -> answer.accept(way(path)))
                .onFailure(failure -> answer.accept(""))
                .start();
    }

    /** The names along a path, outermost first. */
    static String way(List<AssetNode> path) {
        return path.stream().map(AssetNode::name).collect(Collectors.joining(" / "));
    }
}
