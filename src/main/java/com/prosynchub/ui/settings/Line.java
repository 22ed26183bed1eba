package com.prosynchub.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One line of a list while it is typed: its cells from left to right. FX thread. */
final class Line {
    private final List<StringProperty> cells = new ArrayList<>();

    Line(Runnable typed, String... texts) {
        for (String text : texts) {
            StringProperty cell = new SimpleStringProperty(text);
            cell.addListener((o, before, now) -> typed.run());
            cells.add(cell);
        }
    }

    StringProperty cell(int index) {
        return cells.get(index);
    }

    String text(int index) {
        return cells.get(index).get().strip();
    }

    boolean isBlank() {
        return cells.stream().allMatch(cell -> cell.get().isBlank());
    }
}
