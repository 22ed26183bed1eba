package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricLine;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One metric in the grid. The row stays while its values change, so that neither the choice nor a cell that is being
 * typed into is lost. FX thread.
 */
final class MetricRow {
    private final UUID id;
    private final ReadOnlyObjectWrapper<Shown> shown;

    /**
     * What the cells show.
     *
     * @param judging with what is not saved yet
     * @param changed what of it is not saved yet
     */
    record Shown(MetricLine line, Judging judging, Set<MetricField> changed) {}

    MetricRow(MetricLine line, @Nullable MetricEdit pending) {
        id = line.id();
        shown = new ReadOnlyObjectWrapper<>(shown(line, pending));
    }

    void show(MetricLine line, @Nullable MetricEdit pending) {
        shown.set(shown(line, pending));
    }

    private static Shown shown(MetricLine line, @Nullable MetricEdit pending) {
        Judging stored = Judging.of(line);
        Judging now = pending == null ? stored : Judging.of(pending);
        return new Shown(line, now, MetricField.changed(stored, now));
    }

    UUID id() {
        return id;
    }

    MetricLine line() {
        return shown.get().line();
    }

    Judging judging() {
        return shown.get().judging();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
