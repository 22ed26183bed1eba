package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.Cancellable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;

/**
 * Keeps the charts of a page on one stretch of time and under one reading line, as long as they are linked. Whoever moved last
 * leads. FX thread.
 */
final class LinkedWindows {
    private final BooleanProperty linked = new SimpleBooleanProperty(true);
    private final Map<TrendModel, Cancellable> followed = new IdentityHashMap<>();
    private final Map<TrendModel, Object> seen = new IdentityHashMap<>();
    private final List<TrendModel> models = new ArrayList<>();
    private boolean leading;

    LinkedWindows() {
        linked.subscribe((before, now) -> {
            if (now && !models.isEmpty()) {
                lead(models.getFirst());
            }
        });
    }

    /** Takes a chart in; it goes where the others are. */
    void add(TrendModel model) {
        if (linked.get() && !models.isEmpty()) {
            moveTo(model, models.getFirst());
        }
        models.add(model);
        seen.put(model, place(model));
        Cancellable moves = model.onChange(() -> moved(model));
        Subscription reads = model.cursorProperty().subscribe((before, now) -> {
            if (linked.get() && !leading) {
                leading = true;
                models.forEach(other -> other.cursorProperty().set(now));
                leading = false;
            }
        });
        followed.put(model, () -> {
            moves.cancel();
            reads.unsubscribe();
        });
    }

    void remove(TrendModel model) {
        models.remove(model);
        seen.remove(model);
        Cancellable following = followed.remove(model);
        if (following != null) {
            following.cancel();
        }
    }

    BooleanProperty linkedProperty() {
        return linked;
    }

    private void moved(TrendModel model) {
        Object now = place(model);
        if (!now.equals(seen.put(model, now)) && linked.get() && !leading) {
            lead(model);
        }
    }

    private void lead(TrendModel leader) {
        leading = true;
        for (TrendModel other : models) {
            if (other != leader) {
                moveTo(other, leader);
                seen.put(other, place(other));
            }
        }
        leading = false;
    }

    private static void moveTo(TrendModel model, TrendModel leader) {
        if (place(model).equals(place(leader))) {
            return;
        }
        model.setWindow(leader.window());
        if (leader.isFollowing()) {
            model.follow();
        }
    }

    /** Following charts differ by their span alone: their window moves by itself. */
    private static Object place(TrendModel model) {
        TimeWindow window = model.window();
        return model.isFollowing() ? (Object) window.span() : window;
    }
}
