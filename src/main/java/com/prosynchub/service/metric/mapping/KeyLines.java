package com.prosynchub.service.metric.mapping;

import com.prosynchub.service.metric.mapping.MappingResult.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a properties text in order and with their lines, which {@link java.util.Properties} forgets; a key that
 * stands twice is a mistake. Escapes and continued lines as there. For one thread.
 */
final class KeyLines {
    /** One entry. */
    record Entry(int line, String key, String value) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    KeyLines(String text) {
        String[] lines = text.replace("\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            int number = i + 1;
            StringBuilder line = new StringBuilder(lines[i].stripLeading());
            if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!') {
                continue;
            }
            while (continues(line) && i + 1 < lines.length) {
                line.setLength(line.length() - 1);
                line.append(lines[++i].stripLeading());
            }
            add(number, line.toString());
        }
    }

    private static boolean continues(CharSequence line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private void add(int number, String line) {
        int split = separator(line);
        if (split < 0) {
            problems.add(new Problem(number, "", "“" + line.strip() + "” is no key with a value; write key = value"));
            return;
        }
        String key = unescape(line.substring(0, split)).strip();
        String value = unescape(line.substring(split + 1).strip());
        Entry before = entries.putIfAbsent(key, new Entry(number, key, value));
        if (before != null) {
            problems.add(new Problem(number, key, "stands in line " + before.line() + " already"));
        }
    }

    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == ':') {
                return i;
            }
        }
        return -1;
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            if (escaped == 'u' && i + 4 < text.length() && hex(text, i + 1)) {
                plain.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
                i += 4;
            } else {
                plain.append(
                        switch (escaped) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 'f' -> '\f';
                            default -> escaped;
                        });
            }
        }
        return plain.toString();
    }

    private static boolean hex(String text, int from) {
        return text.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /** Takes an entry out, so that those left over at the end are the unknown ones. */
    @Nullable
    Entry take(String key) {
        return entries.remove(key);
    }

    /** The keys not taken yet, in order. */
    List<Entry> rest() {
        return List.copyOf(entries.values());
    }

    List<Problem> problems() {
        return problems;
    }
}
