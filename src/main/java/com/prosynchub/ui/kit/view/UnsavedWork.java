package com.prosynchub.ui.kit.view;

import java.util.function.Consumer;

/** Typed work that leaving a screen would lose. FX thread; free of scene types, so a ViewModel may be it. */
public interface UnsavedWork {
    /** Nothing to lose, ever. */
    UnsavedWork NONE = new UnsavedWork() {
        @Override
        public boolean isDirty() {
            return false;
        }

        @Override
        public void save(Consumer<Boolean> whenDone) {
            whenDone.accept(true);
        }

        @Override
        public void discard() {}
    };

    boolean isDirty();

    /** Saves, and tells whether that worked. */
    void save(Consumer<Boolean> whenDone);

    void discard();
}
