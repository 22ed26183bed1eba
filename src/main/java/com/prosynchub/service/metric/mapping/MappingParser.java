package com.prosynchub.service.metric.mapping;

import com.prosynchub.service.metric.mapping.ImportMapping.AssetRule;
import com.prosynchub.service.metric.mapping.ImportMapping.Format;
import com.prosynchub.service.metric.mapping.ImportMapping.MetricColumn;
import com.prosynchub.service.metric.mapping.KeyLines.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the text of a mapping and names every mistake with its key and line. For one text and one thread. */
public final class MappingParser {
    private static final List<String> KEYS = List.of(
            "separator",
            "header",
            "comment",
            "decimal",
            "encoding",
            "skip.lines",
            "missing",
            "asset.name",
            "asset.serial",
            "asset.type",
            "asset.location",
            "asset.parent",
            "create.assets",
            "create.metrics",
            "create.types",
            "time.column",
            "time.format",
            "time.zone",
            "time.pattern",
            "time.start",
            "time.interval",
            "time.first");

    private final KeyLines lines;
    private final Values values;
    private boolean header;

    private MappingParser(String text) {
        lines = new KeyLines(text);
        values = new Values(lines);
    }

    /** Reads a mapping. */
    public static MappingResult parse(String text) {
        return new MappingParser(text).read();
    }

    private MappingResult read() {
        header = values.yes("header", true);
        Format format = format();
        AssetRule asset = asset();
        TimeRule time = time();
        List<MetricColumn> metrics = new MetricColumns(lines, values).read();
        lines.rest().forEach(this::unknown);
        checkColumns(asset, time, metrics);
        return values.problems().isEmpty() && asset != null && time != null
                ? new MappingResult.Understood(new ImportMapping(format, asset, time, metrics))
                : new MappingResult.Mistaken(values.problems());
    }

    private Format format() {
        String separator = values.text("separator", "comma");
        String comment = values.text("comment", "");
        if (comment.length() > 1) {
            values.wrong("comment", "is a single sign, such as #");
        }
        String decimal = values.text("decimal", ".");
        if (!Set.of(".", ",", "point", "comma").contains(decimal)) {
            values.wrong("decimal", "is point or comma");
        }
        boolean decimalComma = decimal.equals(",") || decimal.equals("comma");
        if (decimalComma && (separator.equals("comma") || separator.equals(","))) {
            values.wrong("decimal", "can not be a comma where columns are separated by commas");
        }
        return new Format(
                separator(separator),
                header,
                comment.isEmpty() ? null : comment.charAt(0),
                decimalComma,
                values.charset("encoding", StandardCharsets.UTF_8),
                values.count("skip.lines"),
                words(values.text("missing", "")));
    }

    private @Nullable String separator(String word) {
        return switch (word) {
            case "whitespace" -> null;
            case "comma" -> ",";
            case "semicolon" -> ";";
            case "tab" -> "\t";
            case "pipe" -> "|";
            default -> {
                if (word.isEmpty() || word.length() > 5 || word.indexOf('"') >= 0 || word.indexOf('\n') >= 0) {
                    values.wrong("separator", "is whitespace, comma, semicolon, tab, pipe or up to five other signs");
                }
                yield word;
            }
        };
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .collect(Collectors.toSet());
    }

    private @Nullable AssetRule asset() {
        Template name = values.template("asset.name", true);
        Template serial = values.template("asset.serial", false);
        boolean create = values.yes("create.assets", false);
        String type = values.optional("asset.type");
        if (create && type == null) {
            values.missing("asset.type", "is needed to create assets: the name of their asset type");
        }
        String location = values.optional("asset.location");
        String parent = values.optional("asset.parent");
        boolean metrics = values.yes("create.metrics", false);
        boolean types = values.yes("create.types", false);
        return name == null ? null : new AssetRule(name, serial, type, location, parent, create, metrics, types);
    }

    private @Nullable TimeRule time() {
        ColumnRef column = values.column("time.column", true);
        String format = values.text("time.format", "iso");
        ZoneId zone = values.zone("time.zone", ZoneOffset.UTC);
        TimeRule rule = column == null ? null : ofFormat(format, column, zone);
        if (!Set.of("iso", "epoch-seconds", "epoch-millis", "pattern", "counter")
                .contains(format)) {
            values.wrong("time.format", "is iso, epoch-seconds, epoch-millis, pattern or counter");
        }
        return rule;
    }

    private @Nullable TimeRule ofFormat(String format, ColumnRef column, ZoneId zone) {
        return switch (format) {
            case "iso" -> new TimeRule.Iso(column, zone);
            case "epoch-seconds" -> new TimeRule.Epoch(column, false);
            case "epoch-millis" -> new TimeRule.Epoch(column, true);
            case "pattern" -> {
                var form = values.pattern("time.pattern");
                yield form == null ? null : new TimeRule.Formatted(column, form, zone);
            }
            case "counter" -> {
                Instant start = values.instant("time.start");
                Duration interval = values.duration("time.interval");
                var first = values.decimal("time.first");
                yield start == null || interval == null
                        ? null
                        : new TimeRule.Counter(
                                column, start, interval, first == null ? java.math.BigDecimal.ZERO : first);
            }
            default -> null;
        };
    }

    private void checkColumns(@Nullable AssetRule asset, @Nullable TimeRule time, List<MetricColumn> metrics) {
        if (asset != null) {
            asset.name().columns().forEach(c -> checkColumn("asset.name", c));
            if (asset.serial() != null) {
                asset.serial().columns().forEach(c -> checkColumn("asset.serial", c));
            }
        }
        if (time != null) {
            checkColumn("time.column", time.column());
        }
        metrics.forEach(m -> checkColumn("metric." + m.name() + ".column", m.column()));
    }

    private void checkColumn(String key, ColumnRef column) {
        if (column.number().isEmpty() && !header) {
            values.wrong(key, "names the column " + column + ", but the file has no header: write the column's number");
        } else if (column.number().orElse(1) < 1) {
            values.wrong(key, "counts columns from 1");
        }
    }

    private void unknown(Entry entry) {
        if (KEYS.contains(entry.key())) {
            values.wrong(entry.line(), entry.key(), "has no effect with this time.format");
            return;
        }
        Set<String> near = new TreeSet<>();
        for (String key : KEYS) {
            if (key.endsWith(entry.key()) || key.startsWith(entry.key()) || Values.distance(key, entry.key()) <= 2) {
                near.add(key);
            }
        }
        values.wrong(
                entry.line(),
                entry.key(),
                near.isEmpty()
                        ? "is not a key of a mapping"
                        : "is not a key of a mapping; did you mean " + String.join(" or ", near) + "?");
    }
}
