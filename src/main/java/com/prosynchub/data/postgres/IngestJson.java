package com.prosynchub.data.postgres;

import com.prosynchub.data.IngestStore.Batch;
import com.prosynchub.data.IngestStore.Judged;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.metric.LimitState;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes what travels to the way in as JSON. Stateless. */
final class IngestJson {
    private IngestJson() {}

    /** The states that changed. */
    static String states(List<Judged> values) {
        StringJoiner states = new StringJoiner(",", "[", "]");
        for (Judged value : values) {
            LimitState state = value.state();
            if (state != null) {
                states.add(object().add(field("metric_id", value.metric().id()))
                        .add(field("severity", state.severity()))
                        .add(field("since", state.since()))
                        .add(field("medium_waits", state.mediumWaits()))
                        .add(field("high_waits", state.highWaits()))
                        .add(field("critical_waits", state.criticalWaits()))
                        .toString());
            }
        }
        return states.toString();
    }

    /** Counts and refusals; null when there is nothing to tell. */
    static @Nullable String told(Batch batch) {
        IngestCounts counts = batch.counts();
        if (counts.equals(IngestCounts.NONE) && batch.refused().isEmpty()) {
            return null;
        }
        StringJoiner letters = new StringJoiner(",", "[", "]");
        for (RefusedValue value : batch.refused()) {
            letters.add(letter(value));
        }
        return object().add(field("source", batch.source()))
                .add(number("accepted", counts.accepted()))
                .add(number("late", counts.late()))
                .add(number("duplicates", counts.duplicates()))
                .add(number("refused", counts.refused()))
                .add(number("lost", counts.lost()))
                .add(field("newest", counts.newest()))
                .add("\"letters\":" + letters)
                .toString();
    }

    private static String letter(RefusedValue value) {
        return object().add(field("asset", value.assetId()))
                .add(field("metric", value.metric()))
                // As text: JSON has no word for what is not a number.
                .add(field("value", value.value()))
                .add(field("unit", value.unit()))
                .add(field("at", value.at()))
                .add(field("reason", value.reason()))
                .add(field("detail", value.detail()))
                .toString();
    }

    private static StringJoiner object() {
        return new StringJoiner(",", "{", "}");
    }

    private static String number(String name, long value) {
        return "\"" + name + "\":" + value;
    }

    private static String field(String name, @Nullable Object value) {
        return "\"" + name + "\":" + (value == null ? "null" : quoted(value.toString()));
    }

    /** Quoted; signs that PostgreSQL's text can not hold become blanks. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(' ');
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
