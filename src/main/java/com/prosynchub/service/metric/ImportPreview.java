package com.prosynchub.service.metric;

import com.prosynchub.service.metric.delimited.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The top of a file as a mapping understands it.
 *
 * @param header names of the columns; empty where the file has none
 * @param problem why nothing, or nothing more, can be shown, in a sentence; null when all is well
 */
public record ImportPreview(
        List<String> header, List<Line> lines, @Nullable String problem) {
    public ImportPreview {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
    }

    /**
     * One row.
     *
     * @param number of the line, from 1
     * @param cells as they stand in the file
     * @param asset name of the asset; null in a bad row
     * @param values by metric; empty in a bad row
     * @param problem why the row would be refused; null when it would be taken
     */
    public record Line(
            long number,
            List<String> cells,
            @Nullable String asset,
            @Nullable String serial,
            @Nullable Instant time,
            Map<String, Double> values,
            @Nullable String problem) {}

    static Line line(Row row, Reading reading) {
        return switch (reading) {
            case Reading.Fault fault -> new Line(row.line(), row.cells(), null, null, null, Map.of(), fault.reason());
            case Reading.Sample s ->
                new Line(row.line(), row.cells(), s.asset(), s.serial(), s.time(), s.values(), null);
        };
    }
}
