package com.prosynchub.data;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FailureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the broken rules of one document. A null value passes all but {@link #text}. For one thread. */
final class RuleCheck {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int DEEPEST = 20;

    private final List<Violation> violations = new ArrayList<>();

    void done() {
        if (!violations.isEmpty()) {
            throw new FailureException(new Failure.Invalid(violations));
        }
    }

    void text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            broken(field, "required");
        } else if (value.length() > longest) {
            broken(field, "tooLong", longest);
        }
    }

    void fileName(String field, String value) {
        text(field, value, 255);
        if (value.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
            broken(field, "pattern");
        }
    }

    void matches(String field, @Nullable String value, Pattern form) {
        if (value != null && !form.matcher(value).matches()) {
            broken(field, "pattern");
        }
    }

    void oneOf(String field, String value, Collection<String> words) {
        if (!words.contains(value)) {
            broken(field, "unknown", value);
        }
    }

    void time(String field, @Nullable Instant value) {
        if (value != null && (value.isBefore(EARLIEST) || !value.isBefore(LATEST))) {
            broken(field, "range", EARLIEST.toString(), LATEST.toString());
        }
    }

    void count(String field, int size, int least, int most) {
        if (size < least || size > most) {
            broken(field, "count", least, most);
        }
    }

    void range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            broken(field, "range", least, most);
        }
    }

    void between(String field, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most)) {
            broken(field, "range", least, most);
        }
    }

    void finite(String field, @Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            broken(field, "finite");
        }
    }

    void ordered(String field, @Nullable Double lower, @Nullable Double upper) {
        if (lower != null && upper != null && lower > upper) {
            broken(field, "order");
        }
    }

    void together(String field, @Nullable Object value, String otherField, @Nullable Object other) {
        if (value == null && other != null) {
            broken(field, "required");
        } else if (value != null && other == null) {
            broken(otherField, "required");
        }
    }

    /** What a free-form object may hold: text, numbers, truth values, nulls, times, lists and objects of those. */
    void tree(String field, Map<?, ?> tree) {
        branch(field, tree, 0);
    }

    private void branch(String field, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            broken(field, "tooDeep", DEEPEST);
            return;
        }
        switch (value) {
            case null -> {}
            case Map<?, ?> map ->
                map.forEach((key, child) -> {
                    if (!(key instanceof String name) || !keyFits(name)) {
                        broken(field, "pattern");
                    } else {
                        branch(field + "." + name, child, depth + 1);
                    }
                });
            case List<?> list -> list.forEach(child -> branch(field, child, depth + 1));
            case String _, Boolean _, Number _, Instant _, java.util.UUID _ -> {}
            default -> broken(field, "type");
        }
    }

    private static boolean keyFits(String name) {
        return !name.isEmpty() && name.charAt(0) != '$' && name.indexOf('.') < 0 && name.indexOf('\0') < 0;
    }

    private void broken(String field, String rule, Object... arguments) {
        violations.add(new Violation(field, rule, List.of(arguments)));
    }
}
