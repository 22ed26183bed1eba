package com.prosynchub.service.metric;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which samples are written to a table for people.
 *
 * @param lines metrics with the words that name them
 * @param from inclusive
 * @param to exclusive
 * @param zone in which times are written
 * @param format of the file
 * @param headings of the ten columns, in the language of the person
 */
public record SampleExport(
        List<Line> lines, Instant from, Instant to, ZoneId zone, Format format, List<String> headings) {
    /** Columns of the table. */
    public static final int COLUMNS = 10;

    public SampleExport {
        lines = List.copyOf(lines);
        headings = List.copyOf(headings);
        if (headings.size() != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " headings but " + headings.size());
        }
    }

    /** One metric of an asset. */
    public record Line(
            UUID asset,
            String assetName,
            String metric,
            @Nullable String unit) {}

    /** What the file is read with. */
    public enum Format {
        CSV,
        EXCEL
    }

    /**
     * What was written.
     *
     * @param rows without the heading
     * @param complete false when there were more rows than one file holds
     */
    public record Written(long rows, boolean complete) {}
}
