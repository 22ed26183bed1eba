package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.dialog.Dialogs;

/** Stands at every way out of a screen: nothing typed is lost without being asked. FX thread. */
public final class UnsavedGuard {
    private UnsavedGuard() {}

    /** Goes on at once when nothing is unsaved; otherwise asks, and goes on after saving or discarding. */
    public static void leave(UnsavedWork work, Dialogs dialogs, Runnable proceed) {
        leave(work, dialogs, proceed, () -> {});
    }

    /** As before; {@code stay} puts back what showed the way out, such as a chosen row. */
    public static void leave(UnsavedWork work, Dialogs dialogs, Runnable proceed, Runnable stay) {
        if (!work.isDirty()) {
            proceed.run();
            return;
        }
        dialogs.unsaved(choice -> {
            switch (choice) {
                case SAVE ->
                    work.save(saved -> {
                        if (saved) {
                            proceed.run();
                        }
                    });
                case DISCARD -> {
                    work.discard();
                    proceed.run();
                }
                case STAY -> stay.run();
            }
        });
    }
}
