package com.prosynchub.service.metric;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.metric.mapping.ColumnRef;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.ImportMapping.MetricColumn;
import com.prosynchub.service.metric.mapping.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where everything stands in an exported row: numbered columns at their place, named ones where there is room. */
final class ExportLayout {
    private final ImportMapping mapping;
    private final Set<String> wanted;
    private final TreeMap<Integer, ColumnRef> columns = new TreeMap<>();
    private final Map<ColumnRef, Integer> places = new HashMap<>();
    private final CellNumber numbers;
    private final String missing;

    /** @param wanted metrics to write; empty for all of the mapping */
    ExportLayout(ImportMapping mapping, Set<String> wanted) {
        this.mapping = mapping;
        this.wanted = wanted;
        numbers = new CellNumber(mapping.format());
        missing = new TreeSet<>(mapping.format().missing()).stream().findFirst().orElse("");
        List<ColumnRef> all = new ArrayList<>(mapping.asset().name().columns());
        Template serial = mapping.asset().serial();
        if (serial != null) {
            all.addAll(serial.columns());
        }
        all.add(mapping.time().column());
        mapping.metrics().forEach(m -> all.add(m.column()));
        all.forEach(c -> c.number().ifPresent(n -> place(c, n - 1)));
        int free = 0;
        for (ColumnRef column : all) {
            while (columns.containsKey(free)) {
                free++;
            }
            if (!places.containsKey(column)) {
                place(column, free);
            }
        }
    }

    private void place(ColumnRef column, int place) {
        columns.put(place, column);
        places.put(column, place);
    }

    private int width() {
        return columns.lastKey() + 1;
    }

    /** Why rows of this form can not be written at all, in a sentence; empty when they can. */
    Optional<String> problem() {
        return mapping.format().whitespace() && columns.size() < width() && missing.isEmpty()
                ? Optional.of(
                        "Columns separated by blanks can not be left empty: the mapping skips a column, and the key"
                                + " missing names nothing to put there.")
                : Optional.empty();
    }

    List<String> header() {
        List<String> header = new ArrayList<>();
        for (int i = 0; i < width(); i++) {
            ColumnRef column = columns.get(i);
            header.add(column == null || column.number().isPresent() ? "column_" + (i + 1) : column.text());
        }
        return header;
    }

    /** The cells that name an asset; empty when it does not fit the mapping. */
    Optional<Map<ColumnRef, String>> cellsOf(Asset asset) {
        Optional<Map<ColumnRef, String>> name = mapping.asset().name().parse(asset.name());
        Template template = mapping.asset().serial();
        if (name.isEmpty() || template == null) {
            return name;
        }
        Map<ColumnRef, String> cells = new HashMap<>(name.get());
        String serial = asset.serialNumber();
        if (serial == null || serial.isBlank()) {
            boolean own = template.columns().stream().noneMatch(cells::containsKey);
            template.columns().forEach(c -> cells.put(c, ""));
            return own ? Optional.of(cells) : Optional.empty();
        }
        Optional<Map<ColumnRef, String>> fromSerial = template.parse(serial);
        if (fromSerial.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<ColumnRef, String> cell : fromSerial.get().entrySet()) {
            String other = cells.put(cell.getKey(), cell.getValue());
            if (other != null && !other.equals(cell.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(cells);
    }

    /** The row of a sample; empty when it has none of the wanted values. */
    Optional<List<String>> row(Map<ColumnRef, String> asset, MetricSample sample) {
        String[] row = new String[width()];
        Arrays.fill(row, missing);
        asset.forEach((column, cell) -> row[places.getOrDefault(column, 0)] = cell);
        row[places.getOrDefault(mapping.time().column(), 0)] = mapping.time().write(sample.timestamp());
        boolean any = false;
        for (MetricColumn metric : mapping.metrics()) {
            Double value = sample.metrics().get(metric.name());
            if (value != null && (wanted.isEmpty() || wanted.contains(metric.name()))) {
                row[places.getOrDefault(metric.column(), 0)] = numbers.write(value);
                any = true;
            }
        }
        return any ? Optional.of(List.of(row)) : Optional.empty();
    }
}
