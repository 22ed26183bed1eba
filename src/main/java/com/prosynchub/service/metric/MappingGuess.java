package com.prosynchub.service.metric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses at a mapping from the first lines of a file. Stateless. */
final class MappingGuess {
    /** For a file of which nothing can be said. */
    static final String EMPTY = """
        separator = comma
        header = yes
        asset.name = {1}
        time.column = 2
        time.format = iso
        """;

    private static final int LINES = 50;
    private static final int LONGEST = 20_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d*[.,]?\\d+([eE][+-]?\\d+)?");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}.*)?");
    private static final Pattern UNIT = Pattern.compile("^(.*?)\\s*[\\[(]([^\\])]*)[\\])]\\s*$");
    private static final Pattern ASSET_WORD =
            Pattern.compile("(?i).*(asset|machine|engine|unit|pump|motor|equipment|device|serial|product|tag).*");
    private static final Pattern TIME_WORD = Pattern.compile("(?i).*(time|date|zeit|datum|cycle|stamp).*");

    private final List<List<String>> rows;
    private final List<String> header;
    private final Separator separator;
    private final Charset encoding;

    private enum Separator {
        SEMICOLON(";"),
        TAB("\t"),
        PIPE("|"),
        COMMA(","),
        WHITESPACE(" ");

        private final String sign;

        Separator(String sign) {
            this.sign = sign;
        }

        List<String> split(String line) {
            String[] cells = this == WHITESPACE ? line.strip().split("\\s+") : line.split(Pattern.quote(sign), -1);
            List<String> stripped = new ArrayList<>();
            for (String cell : cells) {
                stripped.add(cell.strip().replaceAll("^\"|\"$", ""));
            }
            return stripped;
        }
    }

    private MappingGuess(List<String> lines, Charset encoding) {
        this.encoding = encoding;
        separator = separatorOf(lines);
        List<List<String>> all = lines.stream().map(separator::split).toList();
        boolean named = !all.isEmpty() && all.getFirst().stream().noneMatch(MappingGuess::isValue);
        header = named ? all.getFirst() : List.of();
        rows = named ? all.subList(1, all.size()) : all;
    }

    /** The mapping's text. */
    static String of(Path file) throws IOException {
        Charset encoding = StandardCharsets.UTF_8;
        List<String> lines;
        try {
            lines = head(file, encoding);
        } catch (CharacterCodingException otherEncoding) {
            encoding = Charset.forName("windows-1252");
            lines = head(file, encoding);
        }
        return lines.isEmpty() ? EMPTY : new MappingGuess(lines, encoding).text();
    }

    private static List<String> head(Path file, Charset encoding) throws IOException {
        List<String> lines = new ArrayList<>();
        var decoder = encoding.newDecoder();
        if (!encoding.equals(StandardCharsets.UTF_8)) {
            decoder.onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            StringBuilder line = new StringBuilder();
            int c;
            while (lines.size() < LINES && (c = in.read()) >= 0) {
                if (c == '\n' && !line.toString().isBlank()) {
                    lines.add(line.toString().replace("\uFEFF", "").strip());
                }
                if (c == '\n' || line.length() > LONGEST) {
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
            if (lines.isEmpty() && !line.toString().isBlank()) {
                lines.add(line.toString().strip());
            }
        }
        return lines;
    }

    private static Separator separatorOf(List<String> lines) {
        for (Separator separator : Separator.values()) {
            Set<Integer> counts = new HashSet<>();
            lines.forEach(line -> counts.add(separator.split(line).size()));
            if (counts.size() == 1 && !counts.contains(1)) {
                return separator;
            }
        }
        return Separator.COMMA;
    }

    private static boolean isValue(String cell) {
        return NUMBER.matcher(cell).matches() || ISO.matcher(cell).matches();
    }

    private String text() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(header.size());
        int time = timeColumn(columns);
        int asset = assetColumn(columns, time);
        boolean comma = separator != Separator.COMMA
                && rows.stream().anyMatch(r -> r.stream().anyMatch(c -> c.matches("[+-]?\\d+,\\d+")));
        StringBuilder text = new StringBuilder("# Guessed from the first lines of the file: check every line.\n");
        line(text, "separator", separator.name().toLowerCase(Locale.ROOT));
        line(text, "header", header.isEmpty() ? "no" : "yes");
        line(text, "decimal", comma ? "comma" : "point");
        line(text, "encoding", encoding.name());
        text.append('\n');
        line(text, "asset.name", asset < 0 ? "My asset" : "Asset {" + ref(asset) + "}");
        line(text, "asset.type", "Imported");
        line(text, "create.assets", "yes");
        line(text, "create.metrics", "yes");
        line(text, "create.types", "yes");
        text.append('\n');
        timeLines(text, time);
        metricLines(text, columns, time, asset);
        return text.toString();
    }

    private void timeLines(StringBuilder text, int time) {
        line(text, "time.column", time < 0 ? "1" : ref(time));
        String cell = time < 0 || rows.isEmpty() ? "" : cell(rows.getFirst(), time);
        if (ISO.matcher(cell).matches()) {
            line(text, "time.format", "iso");
            line(text, "time.zone", "UTC");
        } else if (cell.matches("1\\d{12}")) {
            line(text, "time.format", "epoch-millis");
        } else if (cell.matches("1\\d{9}(\\.\\d+)?")) {
            line(text, "time.format", "epoch-seconds");
        } else if (cell.matches("\\d+")) {
            line(text, "time.format", "counter");
            line(text, "time.start", "2020-01-01T00:00:00Z");
            line(text, "time.interval", "1h");
        } else {
            line(text, "time.format", "pattern");
            line(text, "time.pattern", "dd.MM.yyyy HH:mm:ss");
            line(text, "time.zone", "UTC");
        }
    }

    private void metricLines(StringBuilder text, int columns, int time, int asset) {
        Set<String> names = new HashSet<>();
        int count = 0;
        for (int i = 0; i < columns && count < 64; i++) {
            int column = i;
            boolean numeric = !rows.isEmpty()
                    && rows.stream().map(r -> cell(r, column)).allMatch(c -> c.isEmpty() || isNumber(c));
            if (i == time || i == asset || !numeric) {
                continue;
            }
            count++;
            String title = i < header.size() ? header.get(i) : "column_" + (i + 1);
            Matcher unit = UNIT.matcher(title);
            boolean hasUnit = unit.matches();
            String name = name(hasUnit ? unit.group(1) : title, i, names);
            text.append('\n');
            line(text, "metric." + name + ".column", ref(i));
            if (hasUnit && unit.group(2).length() <= 20) {
                line(text, "metric." + name + ".unit", unit.group(2));
            }
        }
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    private static String name(String title, int column, Set<String> taken) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        String name = plain.isEmpty() ? "column_" + (column + 1) : plain.substring(0, Math.min(45, plain.length()));
        return taken.add(name) ? name : name + "_" + (column + 1);
    }

    private int timeColumn(int columns) {
        for (int i = 0; i < columns; i++) {
            int column = i;
            if (!rows.isEmpty()
                    && rows.stream().allMatch(r -> ISO.matcher(cell(r, column)).matches())) {
                return i;
            }
        }
        int titled = titled(TIME_WORD, -1);
        return titled >= 0 ? titled : counting(columns);
    }

    /** The first column of whole numbers that climbs by one more often than not. */
    private int counting(int columns) {
        for (int i = 0; i < columns; i++) {
            int steps = 0;
            for (int r = 1; r < rows.size(); r++) {
                String before = cell(rows.get(r - 1), i);
                String after = cell(rows.get(r), i);
                if (before.matches("\\d{1,9}")
                        && after.matches("\\d{1,9}")
                        && Integer.parseInt(after) == Integer.parseInt(before) + 1) {
                    steps++;
                }
            }
            if (steps * 2 > rows.size()) {
                return i;
            }
        }
        return -1;
    }

    private int assetColumn(int columns, int time) {
        int titled = titled(ASSET_WORD, time);
        return titled >= 0 || columns < 2 ? titled : time == 0 ? -1 : 0;
    }

    private int titled(Pattern word, int except) {
        for (int i = 0; i < header.size(); i++) {
            if (i != except && word.matcher(header.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private String ref(int column) {
        boolean named = column < header.size()
                && !header.get(column).isEmpty()
                && header.get(column).chars().noneMatch(c -> c == '{' || c == '}')
                && header.indexOf(header.get(column)) == column;
        return named ? header.get(column) : String.valueOf(column + 1);
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = ").append(value.replace("\\", "\\\\")).append('\n');
    }
}
