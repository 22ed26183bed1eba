package com.prosynchub.ui;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.notice.Notices;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was said, in order, to be asserted; the last offer to take something back can be accepted. */
public final class NoticeLog implements Notices {
    public final List<String> said = new ArrayList<>();
    public final List<Failure> failures = new ArrayList<>();
    private Runnable undo = () -> {
        throw new AssertionError("nothing was offered to be taken back");
    };

    @Override
    public void info(String text) {
        said.add("info: " + text);
    }

    @Override
    public void success(String text) {
        said.add("success: " + text);
    }

    @Override
    public void warning(String text) {
        said.add("warning: " + text);
    }

    @Override
    public void failure(Failure failure) {
        failures.add(failure);
    }

    @Override
    public void undo(String text, Runnable takeBack) {
        said.add("undo: " + text);
        undo = takeBack;
    }

    /** Accepts the last offer. */
    public void takeBack() {
        undo.run();
    }

    public String last() {
        return said.isEmpty() ? "" : said.getLast();
    }
}
