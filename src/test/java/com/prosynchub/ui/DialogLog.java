package com.prosynchub.ui;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.dialog.Dialogs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what was asked; a test answers by {@link #agree} or {@link #choose}. */
public final class DialogLog implements Dialogs {
    public final List<String> asked = new ArrayList<>();
    /** What is typed where a reason is asked for. */
    public String reason = "";

    private Runnable action = () -> {
        throw new AssertionError("nothing was asked");
    };
    private Consumer<UnsavedChoice> answer = choice -> {
        throw new AssertionError("nobody asked about unsaved work");
    };

    @Override
    public void confirm(String title, String text, String verb, Runnable then) {
        asked.add(title + " | " + text + " | " + verb);
        action = then;
    }

    @Override
    public void danger(String title, String text, String verb, Runnable then) {
        confirm(title, text, verb, then);
    }

    @Override
    public void because(String title, String text, String verb, Consumer<String> then) {
        confirm(title, text, verb, () -> then.accept(reason));
    }

    @Override
    public void failure(Failure failure) {
        asked.add(failure.code());
    }

    @Override
    public void unsaved(Consumer<UnsavedChoice> then) {
        asked.add("unsaved");
        answer = then;
    }

    /** Presses the named button of the last question. */
    public void agree() {
        action.run();
    }

    /** Answers the last question about unsaved work. */
    public void choose(UnsavedChoice choice) {
        answer.accept(choice);
    }
}
