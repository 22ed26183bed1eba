package com.prosynchub.ui.kit.task;

import java.util.HashMap;
import java.util.Map;

/** Remembers the newest request of each key and cancels the one it replaces. FX thread only. */
final class NewestWins {
    private final Map<TaskKey, TaskHandle> newest = new HashMap<>();

    void starting(Work<?> work) {
        TaskKey key = work.key();
        if (key != null) {
            TaskHandle older = newest.put(key, work.handle());
            if (older != null) {
                older.cancel();
            }
        }
    }

    /** Forgets the key when its newest request is answered, so that a closed screen is not kept alive. */
    void ending(Work<?> work) {
        TaskKey key = work.key();
        if (key != null) {
            newest.remove(key, work.handle());
        }
    }
}
