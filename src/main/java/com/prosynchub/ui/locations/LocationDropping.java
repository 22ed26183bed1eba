package com.prosynchub.ui.locations;

import com.prosynchub.ui.kit.control.RowDrag;
import com.prosynchub.ui.kit.text.Messages;
import org.jspecify.annotations.Nullable;

/** Dragging a place moves it, but never into itself. FX thread. */
final class LocationDropping implements RowDrag.Rules<Integer> {
    private final LocationsViewModel model;
    private final Messages messages = Messages.of("locations");

    LocationDropping(LocationsViewModel model) {
        this.model = model;
    }

    @Override
    public boolean allows(Integer moved, Integer target) {
        return !model.wouldCycle(moved, target);
    }

    @Override
    public String sentence(Integer moved, Integer target) {
        if (moved.equals(target)) {
            return messages.text("drag.self");
        }
        return allows(moved, target)
                ? messages.text("drag.move", model.nameOf(moved), model.nameOf(target))
                : messages.text("drag.cycle", model.nameOf(target), model.nameOf(moved));
    }

    @Override
    public void drop(Integer moved, @Nullable Integer target) {
        model.moveById(moved, target);
    }
}
