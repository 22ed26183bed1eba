package com.prosynchub.ui.metrics;

import com.prosynchub.ui.kit.text.Messages;
import java.util.List;

/** Says what differs between two ways of judging a metric. Any thread. */
record ChangeWords(Messages messages) {
    /** A line for each field that differs, such as "Max 60 → 65". */
    List<String> of(Judging before, Judging now) {
        return MetricField.changed(before, now).stream()
                .map(field -> messages.text(
                        "change.line", messages.text("field." + field.key), words(field, before), words(field, now)))
                .toList();
    }

    private String words(MetricField field, Judging of) {
        String typed = field.typed(of);
        return typed.isEmpty()
                ? messages.text("none")
                : field == MetricField.PRIORITY ? messages.text("priority." + typed) : typed;
    }
}
