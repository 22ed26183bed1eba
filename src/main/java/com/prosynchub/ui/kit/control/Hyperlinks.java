package com.prosynchub.ui.kit.control;

import javafx.scene.control.Hyperlink;

/** Links that go somewhere inside the program. */
public final class Hyperlinks {
    private Hyperlinks() {}

    /** A link that never looks visited. */
    public static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(event -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }
}
