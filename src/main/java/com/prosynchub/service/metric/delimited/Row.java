package com.prosynchub.service.metric.delimited;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line number of the line where it begins, from 1
 */
public record Row(long line, List<String> cells) {
    public Row {
        cells = List.copyOf(cells);
    }
}
