package com.prosynchub.service.metric.mapping;

import java.util.List;
import java.util.OptionalInt;

/** Names a column by its number from 1 or by its header. */
public record ColumnRef(String text) {
    /** The number, if this is one; a header that looks like a number can not be named. */
    public OptionalInt number() {
        if (text.isEmpty() || text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Index from 0 of the column in rows under this header; -1 when the header does not have it. */
    public int index(List<String> header) {
        OptionalInt number = number();
        return number.isPresent() ? number.getAsInt() - 1 : header.indexOf(text);
    }

    @Override
    public String toString() {
        return number().isPresent() ? "number " + text : "“" + text + "”";
    }
}
