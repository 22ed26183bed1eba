package com.prosynchub.service.metric.mapping;

import com.prosynchub.service.metric.mapping.KeyLines.Entry;
import com.prosynchub.service.metric.mapping.MappingResult.Problem;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads typed values of a mapping and collects what is wrong with them. For one thread. */
final class Values {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h|d)");

    private final KeyLines lines;
    private final Map<String, Integer> lineOf = new HashMap<>();
    private final List<Problem> problems;

    Values(KeyLines lines) {
        this.lines = lines;
        problems = new ArrayList<>(lines.problems());
    }

    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    void wrong(String key, String sentence) {
        wrong(lineOf.getOrDefault(key, 0), key, sentence);
    }

    void wrong(int line, String key, String sentence) {
        problems.add(new Problem(line, key, sentence));
    }

    void missing(String key, String sentence) {
        problems.add(new Problem(0, key, sentence));
    }

    @Nullable
    String optional(String key) {
        Entry entry = lines.take(key);
        if (entry == null) {
            return null;
        }
        lineOf.put(key, entry.line());
        return entry.value().isEmpty() ? null : entry.value();
    }

    String text(String key, String otherwise) {
        String value = optional(key);
        return value == null ? otherwise : value;
    }

    boolean yes(String key, boolean otherwise) {
        String value = text(key, otherwise ? "yes" : "no").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                wrong(key, "is yes or no");
                yield otherwise;
            }
        };
    }

    int count(String key) {
        String value = text(key, "0");
        if (value.length() > 6 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            wrong(key, "is a whole number of lines");
            return 0;
        }
        return Integer.parseInt(value);
    }

    Charset charset(String key, Charset otherwise) {
        String value = optional(key);
        try {
            return value == null ? otherwise : Charset.forName(value);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            wrong(key, "“" + value + "” is no encoding known here; UTF-8, ISO-8859-1 and windows-1252 are");
            return otherwise;
        }
    }

    @Nullable
    Template template(String key, boolean needed) {
        return read(key, needed, "is needed: what an asset is called, with columns in braces", text -> {
            try {
                return Template.of(text);
            } catch (IllegalArgumentException malformed) {
                throw new DateTimeException(malformed.getMessage(), malformed);
            }
        });
    }

    @Nullable
    ColumnRef column(String key, boolean needed) {
        return read(key, needed, "is needed: the number or the header of a column", ColumnRef::new);
    }

    ZoneId zone(String key, ZoneId otherwise) {
        ZoneId zone = read(key, false, "", text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException unknown) {
                throw new DateTimeException("“" + text + "” is no time zone; write one like Europe/Berlin", unknown);
            }
        });
        return zone == null ? otherwise : zone;
    }

    @Nullable
    Instant instant(String key) {
        return read(key, true, "is needed for a counter: the time at which it stood at time.first", text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException malformed) {
                throw new DateTimeException("is a time such as 2026-01-31T06:00:00Z", malformed);
            }
        });
    }

    /** A length such as {@code 90s}, {@code 15min}, {@code 1h}, {@code 2d} or {@code PT1H30M}. */
    @Nullable
    Duration duration(String key) {
        return read(key, true, "is needed for a counter: the time between two counts, such as 1h", text -> {
            Duration length = length(text);
            if (length.toMillis() < 1) {
                throw new DateTimeException("is at least a millisecond");
            }
            return length;
        });
    }

    private static Duration length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException malformed) {
                throw new DateTimeException("is a length such as 500ms, 90s, 15min, 1h or 2d", malformed);
            }
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    @Nullable
    BigDecimal decimal(String key) {
        return read(key, false, "", text -> {
            try {
                if (text.length() > 40) {
                    throw new DateTimeException("is a number");
                }
                return new BigDecimal(text);
            } catch (NumberFormatException malformed) {
                throw new DateTimeException("is a number, with a point before its decimals", malformed);
            }
        });
    }

    /** A strict form: the 31st of February is refused and not taken for the 28th. */
    @Nullable
    DateTimeFormatter pattern(String key) {
        return read(key, true, "is needed, such as dd.MM.yyyy HH:mm:ss", text -> {
            try {
                return DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT);
            } catch (IllegalArgumentException malformed) {
                throw new DateTimeException("is a form such as dd.MM.yyyy HH:mm:ss", malformed);
            }
        });
    }

    /** Reads with a function that throws {@link DateTimeException} with a sentence. */
    private <T> @Nullable T read(String key, boolean needed, String ifMissing, Function<String, T> reader) {
        String value = optional(key);
        if (value == null) {
            if (needed) {
                wrong(key, ifMissing);
            }
            return null;
        }
        try {
            return reader.apply(value);
        } catch (DateTimeException malformed) {
            wrong(key, String.valueOf(malformed.getMessage()));
            return null;
        }
    }

    /** Edits between two words. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
