package com.prosynchub.ui.kit.text;

import com.prosynchub.model.failure.FieldChecks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what people type into fields. Blank is "no value"; a comma is taken as the decimal sign where it is the only one. */
public final class Typed {
    private static final int LONGEST = 30;

    private Typed() {}

    /** The text without surrounding space; null when nothing is left. */
    public static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A decimal number; what is none is noted in {@code checks} under {@code field} and read as null. */
    public static @Nullable BigDecimal decimal(String field, @Nullable String typed, FieldChecks checks) {
        String text = text(typed);
        if (text == null) {
            return null;
        }
        String plain = text.replace("\u00a0", "").replace(" ", "");
        if (plain.indexOf('.') < 0 && plain.indexOf(',') == plain.lastIndexOf(',')) {
            plain = plain.replace(',', '.');
        }
        // Exponents are refused: "1e900000000" would make a number too large to print.
        if (plain.length() > LONGEST || !plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
            checks.broken(field, "number");
            return null;
        }
        return new BigDecimal(plain);
    }

    /** A whole number; what is none is noted in {@code checks} under {@code field} and read as null. */
    public static @Nullable Integer integer(String field, @Nullable String typed, FieldChecks checks) {
        String text = text(typed);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notWhole) {
            checks.broken(field, "integer");
            return null;
        }
    }

    /** A number as it is typed; empty for null. */
    public static String show(@Nullable Number number) {
        return number == null
                ? ""
                : number instanceof BigDecimal decimal
                        ? decimal.stripTrailingZeros().toPlainString()
                        : number.toString();
    }

    /** The text, or nothing. */
    public static String show(@Nullable String text) {
        return text == null ? "" : text;
    }
}
