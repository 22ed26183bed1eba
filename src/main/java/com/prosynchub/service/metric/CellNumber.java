package com.prosynchub.service.metric;

import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.service.metric.ReadingParser.RefusedException;
import com.prosynchub.service.metric.mapping.ImportMapping.Format;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in cells, both ways. Immutable. */
final class CellNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final double MOST = Double.parseDouble(MetricRules.MOST);

    private final Format format;

    CellNumber(Format format) {
        this.format = format;
    }

    /** The number; null for a cell that means "no value". */
    @Nullable
    Double read(String metric, String cell) throws RefusedException {
        if (cell.isEmpty() || format.missing().contains(cell)) {
            return null;
        }
        String plain = format.decimalComma() ? cell.replace(',', '.') : cell;
        boolean grouped = format.decimalComma() && cell.indexOf('.') >= 0;
        if (grouped || plain.length() > 100 || !NUMBER.matcher(plain).matches()) {
            throw new RefusedException("“" + shown(cell) + "” in " + metric + " " + reason(cell));
        }
        double value = Double.parseDouble(plain);
        if (Math.abs(value) > MOST) {
            throw new RefusedException(
                    "“" + shown(cell) + "” in " + metric + " is beyond what a metric holds, " + MetricRules.MOST);
        }
        return value;
    }

    private static String reason(String cell) {
        String word = cell.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", "");
        if (word.equals("nan") || word.startsWith("inf") || word.equals("∞")) {
            return "is not a finite number; if it means no value, add it to the key missing";
        }
        if (cell.startsWith("=") || cell.startsWith("@") || (cell.startsWith("+") && cell.contains("("))) {
            return "is a formula, not a number";
        }
        if (cell.indexOf(',') >= 0) {
            return "is not a number; if the comma stands before the decimals, write decimal = comma";
        }
        return "is not a number";
    }

    /** The shortest text that {@link #read} takes for this very number. */
    String write(double value) {
        String text;
        if (value == 0) {
            text = 1 / value < 0 ? "-0" : "0";
        } else if (Math.abs(value) < 1e-6) {
            text = Double.toString(value);
        } else {
            text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        return format.decimalComma() ? text.replace('.', ',') : text;
    }

    /** A cell as a message can show it. */
    static String shown(String cell) {
        String printable = cell.replaceAll("\\p{Cntrl}", "·");
        return printable.length() > 40 ? printable.substring(0, 40) + "…" : printable;
    }
}
