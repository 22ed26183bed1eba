package com.prosynchub.service.metric;

import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.service.metric.delimited.Row;
import com.prosynchub.service.metric.delimited.UnreadableFileException;
import com.prosynchub.service.metric.mapping.ColumnRef;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.ImportMapping.MetricColumn;
import com.prosynchub.service.metric.mapping.Template;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes readings of rows as a mapping says. Immutable. */
final class ReadingParser {
    private static final int LONGEST_NAME = 100;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private final ImportMapping mapping;
    private final List<String> header;
    private final Instant latest;
    private final CellNumber numbers;

    /**
     * @param header of the file; empty where it has none
     * @param now the present: a sample from the future would hide newer ones for ever
     */
    ReadingParser(ImportMapping mapping, List<String> header, Instant now) throws UnreadableFileException {
        this.mapping = mapping;
        this.header = header;
        this.latest = now.plus(MetricRules.CLOCK_TOLERANCE);
        this.numbers = new CellNumber(mapping.format());
        requireColumns();
    }

    private void requireColumns() throws UnreadableFileException {
        if (!mapping.format().header()) {
            return;
        }
        if (header.isEmpty()) {
            throw new UnreadableFileException("The file holds no header and no rows.");
        }
        List<ColumnRef> wanted = new ArrayList<>(mapping.asset().name().columns());
        if (mapping.asset().serial() != null) {
            wanted.addAll(mapping.asset().serial().columns());
        }
        wanted.add(mapping.time().column());
        mapping.metrics().forEach(m -> wanted.add(m.column()));
        for (ColumnRef column : wanted) {
            if (column.index(header) < 0) {
                throw new UnreadableFileException("The file has no column " + column + "; its columns are "
                        + String.join(", ", header.subList(0, Math.min(50, header.size()))) + ".");
            }
        }
    }

    Reading parse(Row row) {
        try {
            refuseHostile(row);
            String name = fill(row, mapping.asset().name());
            String serial = mapping.asset().serial() == null
                    ? ""
                    : fill(row, mapping.asset().serial());
            if (name.isEmpty()) {
                throw new RefusedException("the asset has no name");
            }
            if (name.length() > LONGEST_NAME || serial.length() > LONGEST_NAME) {
                throw new RefusedException(
                        "the asset's name or serial number is longer than " + LONGEST_NAME + " signs");
            }
            return new Reading.Sample(row.line(), name, serial.isEmpty() ? null : serial, time(row), values(row));
        } catch (RefusedException bad) {
            return new Reading.Fault(row.line(), String.valueOf(bad.getMessage()));
        }
    }

    private static void refuseHostile(Row row) throws RefusedException {
        for (String cell : row.cells()) {
            for (int i = 0; i < cell.length(); i++) {
                switch (cell.charAt(i)) {
                    case '\0' -> throw new RefusedException("the row holds a NUL sign");
                    case '\uFFFF' -> throw new RefusedException("the line is longer than a million signs");
                    case '\uFFFD' ->
                        throw new RefusedException(
                                "the row is not in the encoding of the mapping: correct the key encoding, for example"
                                        + " to windows-1252");
                    default -> {}
                }
            }
        }
    }

    private String fill(Row row, Template template) throws RefusedException {
        Map<ColumnRef, String> cells = new LinkedHashMap<>();
        for (ColumnRef column : template.columns()) {
            cells.put(column, cell(row, column));
        }
        if (!cells.isEmpty() && cells.values().stream().allMatch(String::isBlank)) {
            return "";
        }
        return template.fill(column -> cells.getOrDefault(column, ""));
    }

    private String cell(Row row, ColumnRef column) throws RefusedException {
        int index = column.index(header);
        if (index >= row.cells().size()) {
            throw new RefusedException(
                    "the row has " + row.cells().size() + " columns; column " + column + " is missing");
        }
        return row.cells().get(index).strip();
    }

    private Instant time(Row row) throws RefusedException {
        String cell = cell(row, mapping.time().column());
        if (cell.isEmpty()) {
            throw new RefusedException("the time is empty");
        }
        Instant time;
        try {
            time = mapping.time().read(cell);
        } catch (DateTimeException | ArithmeticException malformed) {
            throw new RefusedException(
                    "“" + CellNumber.shown(cell) + "” is no time of the form that the mapping names");
        }
        if (time.isBefore(EARLIEST)) {
            throw new RefusedException("the time " + time + " is before 1970");
        }
        if (time.isAfter(latest)) {
            throw new RefusedException("the time " + time + " lies in the future");
        }
        return time;
    }

    private Map<String, Double> values(Row row) throws RefusedException {
        Map<String, Double> values = new LinkedHashMap<>();
        for (MetricColumn metric : mapping.metrics()) {
            Double value = numbers.read(metric.name(), cell(row, metric.column()));
            if (value != null) {
                values.put(metric.name(), value);
            }
        }
        if (values.isEmpty()) {
            throw new RefusedException("the row holds no value");
        }
        return values;
    }

    /** Why a row is refused; never leaves this package. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason, null, false, false);
        }
    }
}
