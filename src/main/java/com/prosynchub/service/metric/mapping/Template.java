package com.prosynchub.service.metric.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with columns in braces, such as <code>Engine {1}</code>. Works both ways: cells into text, and text back into
 * cells.
 */
public final class Template {
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)\\}");

    private final String text;
    private final List<ColumnRef> columns = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();
    private final Pattern inverse;

    private Template(String text) {
        this.text = text;
        StringBuilder pattern = new StringBuilder();
        Matcher matcher = COLUMN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String literal = text.substring(end, matcher.start());
            literals.add(literal);
            columns.add(new ColumnRef(matcher.group(1)));
            pattern.append(Pattern.quote(literal)).append("(.*?)");
            end = matcher.end();
        }
        literals.add(text.substring(end));
        inverse = Pattern.compile(pattern + Pattern.quote(text.substring(end)), Pattern.DOTALL);
    }

    /** Reads a template; throws {@link IllegalArgumentException} with a sentence for one that can not be understood. */
    public static Template of(String text) {
        Template template = new Template(text);
        if (template.columns.stream().anyMatch(c -> c.text().isEmpty())) {
            throw new IllegalArgumentException("{} names no column; write its number or its header between the braces");
        }
        for (int i = 1; i < template.columns.size(); i++) {
            if (template.literals.get(i).isEmpty()) {
                throw new IllegalArgumentException("two columns need some text between them");
            }
        }
        if (template.literals.stream().anyMatch(l -> l.indexOf('{') >= 0 || l.indexOf('}') >= 0)) {
            throw new IllegalArgumentException("a brace is not closed");
        }
        return template;
    }

    public List<ColumnRef> columns() {
        return List.copyOf(columns);
    }

    /** The text with each column replaced by what {@code cell} says; stripped. */
    public String fill(Function<ColumnRef, String> cell) {
        StringBuilder filled = new StringBuilder(literals.getFirst());
        for (int i = 0; i < columns.size(); i++) {
            filled.append(cell.apply(columns.get(i)).strip()).append(literals.get(i + 1));
        }
        return filled.toString().strip();
    }

    /** The cells that give this text, by column; empty when no cells do. */
    public Optional<Map<ColumnRef, String>> parse(String filled) {
        Matcher matcher = inverse.matcher(filled);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<ColumnRef, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = matcher.group(i + 1);
            String other = cells.put(columns.get(i), cell);
            if (other != null && !other.equals(cell)) {
                return Optional.empty();
            }
        }
        return Optional.of(cells);
    }

    @Override
    public String toString() {
        return text;
    }
}
