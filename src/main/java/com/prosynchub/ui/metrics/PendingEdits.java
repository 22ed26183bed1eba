package com.prosynchub.ui.metrics;

import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricLine;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was edited and is not saved yet, step by step, so that each step can be taken back. One thread. */
final class PendingEdits {
    private final Deque<Map<UUID, MetricEdit>> steps = new ArrayDeque<>();
    private Map<UUID, MetricEdit> now = Map.of();

    /** One step: what is typed back to what it was is no edit. */
    void put(Collection<MetricEdit> edits) {
        steps.push(now);
        Map<UUID, MetricEdit> next = new LinkedHashMap<>(now);
        for (MetricEdit edit : edits) {
            if (edit.changes()) {
                next.put(edit.before().id(), edit);
            } else {
                next.remove(edit.before().id());
            }
        }
        now = next;
    }

    /** Takes the last step back; false when there is none. */
    boolean back() {
        if (steps.isEmpty()) {
            return false;
        }
        now = steps.pop();
        return true;
    }

    void clear() {
        steps.clear();
        now = Map.of();
    }

    /**
     * Some metrics were changed by others meanwhile: what was edited here is kept and put on top of what they made. The
     * steps before can not be taken back one by one any more.
     */
    void rebase(Map<UUID, MetricLine> theirs) {
        Map<UUID, MetricEdit> next = new LinkedHashMap<>();
        now.forEach((id, edit) -> {
            MetricLine line = theirs.get(id);
            MetricEdit on = line == null ? edit : onto(edit, line);
            if (on.changes()) {
                next.put(id, on);
            }
        });
        steps.clear();
        now = next;
    }

    /** Forgets edits of metrics that are gone. */
    void drop(Collection<UUID> gone) {
        Map<UUID, MetricEdit> next = new LinkedHashMap<>(now);
        next.keySet().removeAll(gone);
        steps.clear();
        now = next;
    }

    private static MetricEdit onto(MetricEdit edit, MetricLine theirs) {
        Judging mine = Judging.of(edit);
        Judging merged = Judging.of(theirs);
        for (MetricField field : MetricField.changed(Judging.of(edit.before()), mine)) {
            merged = field.with(merged, field.typed(mine), new FieldChecks());
        }
        return merged.edit(theirs);
    }

    @Nullable
    MetricEdit of(UUID metric) {
        return now.get(metric);
    }

    List<MetricEdit> all() {
        return List.copyOf(now.values());
    }

    boolean isEmpty() {
        return now.isEmpty();
    }
}
