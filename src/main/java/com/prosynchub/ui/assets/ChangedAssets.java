package com.prosynchub.ui.assets;

import com.prosynchub.model.change.Change;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Collects announced changes of assets on the feed's thread and hands them over on the FX thread, a few times a second at
 * most. Any thread; {@link #close} on the FX thread.
 */
final class ChangedAssets {
    /** More single ids than this are cheaper read as "anything". */
    private static final int MANY = 500;

    private final UpdateThrottle throttle;
    private final BiConsumer<Set<UUID>, Boolean> handler;
    private Set<UUID> ids = new HashSet<>();
    private boolean anything;

    /**
     * Makes a collector.
     *
     * @param handler gets the ids, and whether any row may have changed
     */
    ChangedAssets(UiScheduler ui, BiConsumer<Set<UUID>, Boolean> handler) {
        this.handler = handler;
        throttle = new UpdateThrottle(ui, UpdateThrottle.LIVE, this::handOver);
    }

    void add(Change change) {
        synchronized (this) {
            if (change.anyRow()) {
                anything = true;
            } else {
                ids.addAll(AssetTreeViewModel.idsOf(change));
                anything = anything || ids.size() > MANY;
            }
        }
        throttle.signal();
    }

    void close() {
        throttle.close();
    }

    private void handOver() {
        Set<UUID> now;
        boolean any;
        synchronized (this) {
            now = ids;
            any = anything;
            ids = new HashSet<>();
            anything = false;
        }
        handler.accept(now, any);
    }
}
