package com.prosynchub.service.metric;

import com.prosynchub.service.metric.mapping.ImportMapping.Format;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows so that the reader of the same format gives them back. For one thread. */
final class RowWriter {
    private final Writer out;
    private final Format format;
    private final String separator;

    RowWriter(Writer out, Format format) {
        this.out = out;
        this.format = format;
        separator = format.separator() == null ? " " : format.separator();
    }

    /** Writes the lines that a reader passes over. */
    void skippedLines() throws IOException {
        for (int i = 0; i < format.skipLines(); i++) {
            out.write('\n');
        }
    }

    /** Whether every cell can be written; where blanks separate, a cell holds none and is not empty. */
    boolean fits(List<String> cells) {
        return !format.whitespace()
                || cells.stream().noneMatch(c -> c.isEmpty() || c.chars().anyMatch(Character::isWhitespace));
    }

    void write(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(separator);
            }
            out.write(format.whitespace() ? cells.get(i) : quoted(cells.get(i)));
        }
        out.write('\n');
    }

    private String quoted(String cell) {
        Character comment = format.comment();
        boolean plain = cell.indexOf('"') < 0
                && !cell.contains(separator)
                && cell.indexOf('\n') < 0
                && cell.indexOf('\r') < 0
                && cell.equals(cell.strip())
                && (comment == null || cell.isEmpty() || cell.charAt(0) != comment);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
