package com.prosynchub.data.embedded.document;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a query reads a collection. Immutable.
 *
 * @param index the secondary index, null for the other two ways
 * @param intervals key intervals in ascending order
 * @param backward whether they are read from their ends
 * @param exact whether every record read fulfils the filter
 * @param sorted whether records come in the wished order
 * @param keys whether each interval is one whole key
 */
record Plan(
        Way way,
        @Nullable IndexState index,
        List<Interval> intervals,
        boolean backward,
        boolean exact,
        boolean sorted,
        boolean keys) {
    /** What is followed. */
    enum Way {
        RECORDS,
        ID,
        INDEX
    }

    /** Keys from {@code low} to below {@code high}, as unsigned bytes. */
    @SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written out
    record Interval(byte[] low, byte[] high) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Interval that && Arrays.equals(low, that.low) && Arrays.equals(high, that.high);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
        }
    }

    String indexName() {
        return switch (way) {
            case RECORDS -> "";
            case ID -> IndexSpec.ID_INDEX;
            case INDEX -> index == null ? "" : index.spec().name();
        };
    }

    boolean multikey() {
        return index != null && index.multikey();
    }
}
