package com.prosynchub.model.failure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rules that a record breaks, so that a form can mark every field at once. Blank text counts as absent. One
 * thread.
 *
 * <p>Rule keys used: {@code required}, {@code tooLong(max)}, {@code range(least, most)}, {@code decimals(most)},
 * {@code pattern(expression)}, {@code order(other field)}, {@code together(other field)}, {@code cycle}.
 */
public final class FieldChecks {
    private final List<Failure.Violation> violations = new ArrayList<>();

    public FieldChecks required(String field, @Nullable String value) {
        return value == null || value.isBlank() ? broken(field, "required") : this;
    }

    /** Length in characters as the database counts them, which is code points. */
    public FieldChecks longest(String field, @Nullable String value, int most) {
        return value != null && value.codePointCount(0, value.length()) > most ? broken(field, "tooLong", most) : this;
    }

    public FieldChecks range(String field, @Nullable Integer value, int least, int most) {
        return value != null && (value < least || value > most) ? broken(field, "range", least, most) : this;
    }

    /** Between {@code least} and {@code most}, both allowed, with at most {@code scale} decimals that are not zero. */
    public FieldChecks number(String field, @Nullable BigDecimal value, String least, String most, int scale) {
        if (value == null) {
            return this;
        }
        if (value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            return broken(field, "range", least, most);
        }
        return value.stripTrailingZeros().scale() > scale ? broken(field, "decimals", scale) : this;
    }

    public FieldChecks matches(String field, @Nullable String value, Pattern pattern) {
        return value != null && !value.isBlank() && !pattern.matcher(value).matches()
                ? broken(field, "pattern", pattern.pattern())
                : this;
    }

    /** {@code field} must not come before {@code other}; where one is absent there is nothing to compare. */
    public <T extends Comparable<? super T>> FieldChecks order(
            String other, @Nullable T earlier, String field, @Nullable T later) {
        return earlier != null && later != null && later.compareTo(earlier) < 0 ? broken(field, "order", other) : this;
    }

    public FieldChecks when(boolean isBroken, String field, String rule, Object... arguments) {
        return isBroken ? broken(field, rule, arguments) : this;
    }

    /** Takes over what another check found. */
    public FieldChecks all(List<Failure.Violation> found) {
        violations.addAll(found);
        return this;
    }

    public FieldChecks broken(String field, String rule, Object... arguments) {
        violations.add(new Failure.Violation(field, rule, List.of(arguments)));
        return this;
    }

    /** What is broken; empty when all is well. */
    public List<Failure.Violation> violations() {
        return List.copyOf(violations);
    }

    /** Throws {@link Failure.Invalid} when anything is broken. */
    public static void demand(List<Failure.Violation> violations) {
        if (!violations.isEmpty()) {
            throw new FailureException(new Failure.Invalid(violations));
        }
    }
}
