package com.prosynchub.ui.kit.notice;

import com.prosynchub.model.failure.Failure;

/** Short notices in the corner of the window. FX thread; free of scene types, so ViewModels may use it. */
public interface Notices {
    void info(String text);

    /** Something the person asked for was done. */
    void success(String text);

    void warning(String text);

    /** Something failed that no screen shows itself. Stays until dismissed. */
    void failure(Failure failure);

    /** Something was done that can be taken back for a while: undo before confirm. */
    void undo(String text, Runnable undo);

    /** Swallows everything; for tests that look elsewhere. */
    static Notices none() {
        return new Notices() {
            @Override
            public void info(String text) {}

            @Override
            public void success(String text) {}

            @Override
            public void warning(String text) {}

            @Override
            public void failure(Failure failure) {}

            @Override
            public void undo(String text, Runnable undo) {}
        };
    }
}
