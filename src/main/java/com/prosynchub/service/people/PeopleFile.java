package com.prosynchub.service.people;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.metric.delimited.Row;
import com.prosynchub.service.metric.delimited.RowReader;
import com.prosynchub.service.metric.delimited.UnreadableFileException;
import com.prosynchub.service.metric.mapping.ImportMapping.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of people as comma, semicolon or tab separated text with headings. What can not be such a list is refused as
 * {@code Invalid} on {@code file}, with the rule that it breaks. Stateless.
 */
final class PeopleFile {
    /** A list of people is small; anything larger is another file. */
    static final long MOST_BYTES = 1_000_000;

    /** Each new password is hashed slowly on purpose, in one transaction. */
    static final int MOST_ROWS = 500;

    private static final int HEAD = 4096;
    private static final String SEPARATORS = ",;\t";

    private PeopleFile() {}

    /**
     * One line of the list.
     *
     * @param number of the line in the file, from 1
     * @param overfull whether it has more cells than there are headings
     */
    record Line(long number, Map<PeopleColumn, String> cells, boolean overfull) {
        String cell(PeopleColumn column) {
            return Objects.requireNonNullElse(cells.get(column), "");
        }
    }

    static List<Line> read(Path file) {
        try {
            byte[] head = head(file);
            Charset encoding = encoding(head);
            Format format = new Format(separator(new String(head, encoding)), true, null, false, encoding, 0, Set.of());
            try (RowReader rows = new RowReader(file, format)) {
                return lines(rows, columns(rows.header()));
            }
        } catch (UnreadableFileException unreadable) {
            throw new FailureException(Failure.Invalid.of("file", "fileNotText"), unreadable);
        } catch (IOException unreadable) {
            throw new FailureException(Failure.Invalid.of("file", "fileUnreadable"), unreadable);
        }
    }

    private static byte[] head(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw refused("fileUnreadable");
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw refused("fileTooLarge", MOST_BYTES / 1000);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    /** Spreadsheets write either UTF-8 or, with a mark in front, UTF-16. */
    private static Charset encoding(byte[] head) {
        boolean wide = head.length > 1
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String separator(String head) {
        String headings = head.lines().findFirst().orElse("");
        char best = SEPARATORS.charAt(0);
        long most = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            long found = headings.chars().filter(c -> c == candidate).count();
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return String.valueOf(best);
    }

    /** By position; null where a heading is empty. */
    private static List<@Nullable PeopleColumn> columns(List<String> headings) {
        List<@Nullable PeopleColumn> columns = new ArrayList<>();
        for (String heading : headings) {
            PeopleColumn column = heading.isEmpty()
                    ? null
                    : PeopleColumn.of(heading).orElseThrow(() -> refused("fileColumnUnknown", shortened(heading)));
            if (column != null && columns.contains(column)) {
                throw refused("fileColumnTwice", shortened(heading));
            }
            columns.add(column);
        }
        String missing = PeopleColumn.REQUIRED.stream()
                .filter(column -> !columns.contains(column))
                .map(column -> column == PeopleColumn.ROLE ? "role" : column.field())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw refused("fileColumnMissing", missing);
        }
        return columns;
    }

    private static List<Line> lines(RowReader rows, List<@Nullable PeopleColumn> columns)
            throws IOException, UnreadableFileException {
        List<Line> lines = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (row.cells().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (lines.size() == MOST_ROWS) {
                throw refused("fileTooManyRows", MOST_ROWS);
            }
            lines.add(line(row, columns));
        }
        if (lines.isEmpty()) {
            throw refused("fileNoRows");
        }
        return lines;
    }

    private static Line line(Row row, List<@Nullable PeopleColumn> columns) {
        Map<PeopleColumn, String> cells = new EnumMap<>(PeopleColumn.class);
        boolean overfull = false;
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i).strip();
            PeopleColumn column = i < columns.size() ? columns.get(i) : null;
            if (column != null) {
                cells.put(column, cell);
            } else {
                overfull |= !cell.isEmpty();
            }
        }
        return new Line(row.line(), cells, overfull);
    }

    private static String shortened(String heading) {
        return heading.length() > 40 ? heading.substring(0, 40) + "…" : heading;
    }

    private static FailureException refused(String rule, Object... arguments) {
        return new FailureException(
                new Failure.Invalid(List.of(new Failure.Violation("file", rule, List.of(arguments)))));
    }
}
