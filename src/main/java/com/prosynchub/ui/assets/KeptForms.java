package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.TypedForm;
import java.util.UUID;
import java.util.function.Consumer;

/** Brings forms of the assets screen back that went away with their session or their screen. FX thread. */
final class KeptForms {
    private final SessionServices services;
    private final TaskRunner tasks;
    private final AssetRights rights;
    private final AssetDialogs dialogs;

    KeptForms(SessionServices services, TaskRunner tasks, AssetRights rights, AssetDialogs dialogs) {
        this.services = services;
        this.tasks = tasks;
        this.rights = rights;
        this.dialogs = dialogs;
    }

    /** A new asset that was typed; to be called when there are types and places to choose. */
    void asset(References names, Consumer<Asset> created) {
        if (rights.create()) {
            dialogs.keptAsset().ifPresent(typed -> {
                AssetEditorViewModel model = AssetEditorViewModel.create(services.assets(), tasks, null, created);
                model.draft().show(typed);
                dialogs.create(model, names);
            });
        }
    }

    /** The limits of a metric; the asset is shown that it belongs to. */
    void metric(Runnable saved, Consumer<UUID> reveal) {
        if (rights.createMetric()) {
            dialogs.keptMetric(true).ifPresent(typed -> metric(typed, true, saved, reveal));
        }
        if (rights.configureMetric()) {
            dialogs.keptMetric(false).ifPresent(typed -> metric(typed, false, saved, reveal));
        }
    }

    private void metric(TypedForm typed, boolean fresh, Runnable saved, Consumer<UUID> reveal) {
        MetricEditorViewModel model = MetricEditorViewModel.kept(services.metrics(), tasks, typed, fresh, saved);
        reveal.accept(model.asset());
        dialogs.metric(model);
    }
}
