package com.prosynchub.ui.workorders;

import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;

/** Puts read rows in place of those shown: where nothing changed, nothing moves, and a list keeps choice and place. */
final class InPlace {
    private InPlace() {}

    static <T> void put(ObservableList<T> shown, List<T> now) {
        int same = Math.min(now.size(), shown.size());
        for (int i = 0; i < same; i++) {
            if (!Objects.equals(now.get(i), shown.get(i))) {
                shown.set(i, now.get(i));
            }
        }
        if (shown.size() > now.size()) {
            shown.remove(now.size(), shown.size());
        } else {
            shown.addAll(now.subList(same, now.size()));
        }
    }
}
