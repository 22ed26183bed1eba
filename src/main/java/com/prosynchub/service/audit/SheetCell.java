package com.prosynchub.service.audit;

import java.util.regex.Pattern;

/**
 * One cell of a table for people's spreadsheets. What a spreadsheet would run as a formula gets an apostrophe in front, since
 * names and notes of the plant are anybody's text; numbers stay numbers. Stateless.
 */
public final class SheetCell {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.]\\d+)?([eE][-+]?\\d+)?");
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private SheetCell() {}

    /** The cell as it stands in the file, quoted where that is needed. */
    public static String of(String value) {
        String safe = runs(value) ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r')
                && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean runs(String value) {
        if (value.isEmpty() || NUMBER.matcher(value).matches()) {
            return false;
        }
        String visible = value.stripLeading();
        return STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0
                || (!visible.isEmpty() && STARTS_A_FORMULA.indexOf(visible.charAt(0)) >= 0);
    }
}
