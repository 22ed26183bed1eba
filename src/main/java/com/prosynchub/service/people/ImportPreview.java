package com.prosynchub.service.people;

import java.util.List;

/**
 * What an import would do, line by line.
 *
 * @param lines in the order of the file
 */
public record ImportPreview(List<ImportLine> lines) {
    public ImportPreview {
        lines = List.copyOf(lines);
    }

    public long count(ImportVerdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
