package com.prosynchub.launch.cli;

import com.prosynchub.model.health.StoreStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor found. Immutable.
 *
 * @param stores each store's answer
 * @param rows rows or documents by table or collection, where they could be counted
 * @param problems a sentence each; empty when all is well
 */
record DoctorReport(List<StoreStatus> stores, Map<String, Long> rows, List<String> problems) {
    DoctorReport {
        stores = List.copyOf(stores);
        rows = new TreeMap<>(rows);
        problems = List.copyOf(problems);
    }

    boolean well() {
        return problems.isEmpty();
    }

    String text() {
        List<String> lines = new ArrayList<>();
        for (StoreStatus store : stores) {
            lines.add(heading(store));
            lines.add("  version         " + known(store.version()));
            lines.add("  schema          " + known(store.schemaVersion()));
            lines.add("  round trip      " + (store.latency() == null ? "unknown" : millis(store.latency()) + " ms"));
        }
        if (!rows.isEmpty()) {
            lines.add("Rows");
            rows.forEach((name, count) -> lines.add("  %-42s %,12d".formatted(name, count)));
        }
        if (problems.isEmpty()) {
            lines.add("Nothing is wrong.");
        } else {
            lines.add(problems.size() == 1 ? "One thing is wrong" : problems.size() + " things are wrong");
            problems.forEach(problem -> lines.add("  " + problem));
        }
        return String.join(System.lineSeparator(), lines);
    }

    String json() {
        List<String> asked = stores.stream()
                .map(store -> "{\"store\":" + quoted(store.store().name().toLowerCase(Locale.ROOT))
                        + ",\"reachable\":" + store.reachable()
                        + ",\"version\":" + quoted(store.version())
                        + ",\"schemaVersion\":" + quoted(store.schemaVersion())
                        + ",\"latencyMillis\":" + (store.latency() == null ? "null" : millis(store.latency())) + "}")
                .toList();
        List<String> counted = rows.entrySet().stream()
                .map(row -> quoted(row.getKey()) + ":" + row.getValue())
                .toList();
        return "{\"well\":" + well()
                + ",\"stores\":[" + String.join(",", asked) + "]"
                + ",\"rows\":{" + String.join(",", counted) + "}"
                + ",\"problems\":["
                + String.join(",", problems.stream().map(DoctorReport::quoted).toList()) + "]}";
    }

    private static String heading(StoreStatus store) {
        String name = Sentences.storeName(store.store());
        return Character.toUpperCase(name.charAt(0))
                + name.substring(1)
                + (store.reachable() ? "" : " (does not answer)");
    }

    private static String known(@Nullable String value) {
        return value == null ? "unknown" : value;
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }

    /** A JSON string, or null. */
    static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
