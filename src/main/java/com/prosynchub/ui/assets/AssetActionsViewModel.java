package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.asset.Subtree;
import com.prosynchub.ui.kit.dialog.Dialogs;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moving with undo, and deleting after a question that names the thing and the count. FX thread. */
public final class AssetActionsViewModel {
    private final AssetService assets;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Dialogs dialogs;
    private final Messages messages = Messages.of("assets");
    private final Consumer<Set<UUID>> onChanged;

    /**
     * Makes the model.
     *
     * @param onChanged called with the assets whose rows are to be read again, before the change feed says so
     */
    public AssetActionsViewModel(
            AssetService assets, TaskRunner tasks, Notices notices, Dialogs dialogs, Consumer<Set<UUID>> onChanged) {
        this.assets = assets;
        this.tasks = tasks;
        this.notices = notices;
        this.dialogs = dialogs;
        this.onChanged = onChanged;
    }

    /** Moves an asset with all below it; the notice offers to take it back. */
    public void move(AssetNode asset, @Nullable AssetNode target) {
        UUID from = asset.parentId();
        UUID to = target == null ? null : target.id();
        if (Objects.equals(from, to)) {
            return;
        }
        tasks.run(() -> assets.move(asset.id(), to, asset.revision()))
                .onSuccess(result -> moved(result, asset, target))
                .onInvalid(invalid -> notices.warning(cause(invalid, asset, target)))
                .start();
    }

    /** As {@link #move}, where only the key of the new parent is known. */
    public void moveTo(AssetNode asset, @Nullable UUID target) {
        if (target == null) {
            move(asset, null);
            return;
        }
        tasks.run(() -> assets.nodes(Set.of(target)))
                .onSuccess(found -> found.stream().findFirst().ifPresent(to -> move(asset, to)))
                .start();
    }

    private void moved(SaveResult<Asset> result, AssetNode asset, @Nullable AssetNode target) {
        touched(asset.id(), asset.parentId(), target == null ? null : target.id());
        switch (result) {
            case SaveResult.Saved<Asset>(Asset now) -> {
                String text = target == null
                        ? messages.text("move.done.root", asset.name())
                        : messages.text("move.done", asset.name(), target.name());
                notices.undo(text, () -> takeBack(now, asset));
            }
            case SaveResult.Conflict<Asset> conflict -> notices.warning(messages.text("move.conflict", asset.name()));
            case SaveResult.Gone<Asset> gone -> notices.warning(messages.text("gone", asset.name()));
        }
    }

    private void takeBack(Asset now, AssetNode before) {
        UUID wrong = now.parentAssetId();
        tasks.run(() -> assets.move(now.id(), before.parentId(), now.revision()))
                .onSuccess(result -> {
                    touched(now.id(), wrong, before.parentId());
                    if (result instanceof SaveResult.Saved<Asset>) {
                        notices.success(messages.text("move.undone", before.name()));
                    } else {
                        notices.warning(messages.text("move.conflict", before.name()));
                    }
                })
                .start();
    }

    /** States what the asset is doing; the notice offers to take it back. */
    public void changeStatus(AssetNode asset, AssetStatus status) {
        if (asset.status() != status) {
            change(
                    asset,
                    status,
                    asset.revision(),
                    now -> notices.undo(
                            messages.text("status.done", asset.name(), Words.of(status)),
                            () -> change(
                                    asset,
                                    asset.status(),
                                    now.revision(),
                                    back -> notices.success(
                                            messages.text("status.done", asset.name(), Words.of(back.status()))))));
        }
    }

    private void change(AssetNode asset, AssetStatus status, int revision, Consumer<Asset> then) {
        tasks.run(() -> assets.changeStatus(asset.id(), status, revision))
                .onSuccess(result -> {
                    touched(asset.id(), null, null);
                    switch (result) {
                        case SaveResult.Saved<Asset>(Asset now) -> then.accept(now);
                        case SaveResult.Conflict<Asset> conflict ->
                            notices.warning(messages.text("status.conflict", asset.name()));
                        case SaveResult.Gone<Asset> gone -> notices.warning(messages.text("gone", asset.name()));
                    }
                })
                .start();
    }

    /** Asks with the name and the count, then deletes. */
    public void delete(AssetNode asset) {
        tasks.run(() -> assets.countSubtree(asset.id()))
                .onSuccess(below -> ask(asset, below))
                .start();
    }

    private void ask(AssetNode asset, Subtree below) {
        if (below.assets() > 1) {
            notices.warning(messages.text("delete.hasChildren", asset.name(), below.assets() - 1));
            return;
        }
        dialogs.because(
                messages.text("delete.title", asset.name()),
                messages.text("delete.text", asset.name()),
                messages.text("delete.verb"),
                reason -> deleteNow(asset, reason));
    }

    private void deleteNow(AssetNode asset, String reason) {
        tasks.run(() -> assets.delete(asset.id(), asset.revision(), reason))
                .onSuccess(result -> {
                    touched(asset.id(), asset.parentId(), null);
                    switch (result) {
                        case SaveResult.Saved<UUID> done -> notices.success(messages.text("delete.done", asset.name()));
                        case SaveResult.Conflict<UUID> conflict ->
                            notices.warning(messages.text("delete.conflict", asset.name()));
                        case SaveResult.Gone<UUID> gone -> notices.warning(messages.text("gone", asset.name()));
                    }
                })
                .onInvalid(invalid -> notices.warning(messages.text("delete.inUse", asset.name())))
                .start();
    }

    private String cause(Failure.Invalid invalid, AssetNode asset, @Nullable AssetNode target) {
        boolean cycle = invalid.violations().stream().anyMatch(v -> v.rule().equals("cycle"));
        return cycle && target != null
                ? messages.text("move.cycle", asset.name(), target.name())
                : messages.text("move.refused", asset.name());
    }

    private void touched(UUID id, @Nullable UUID from, @Nullable UUID to) {
        Set<UUID> ids = new HashSet<>();
        ids.add(id);
        if (from != null) {
            ids.add(from);
        }
        if (to != null) {
            ids.add(to);
        }
        onChanged.accept(ids);
    }
}
