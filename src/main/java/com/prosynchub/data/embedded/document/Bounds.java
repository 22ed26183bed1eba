package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.Plan.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says of one index field. Immutable.
 *
 * @param points key parts to look up, in key order; empty if there is a range
 * @param range key parts between which to look, or null
 * @param used the conditions that are answered by it
 * @param exact whether nothing else needs to be looked at for those conditions
 */
record Bounds(List<byte[]> points, @Nullable Interval range, Set<Filter.Clause> used, boolean exact) {
    private static final int RANK_ARRAY = 0x19;
    private static final int RANK_REGEX = 0x32;

    static @Nullable Bounds of(IndexSpec.Field field, boolean multikey, List<Filter.Clause> clauses) {
        Comparison lower = null;
        Comparison upper = null;
        Comparison in = null;
        for (Filter.Clause clause : clauses) {
            if (!(clause instanceof Comparison comparison) || !usable(comparison, field)) {
                continue;
            }
            switch (comparison.op()) {
                case EQ -> {
                    return points(field, comparison);
                }
                case IN -> in = in == null ? comparison : in;
                case GT, GTE -> lower = lower == null ? comparison : lower;
                case LT, LTE -> upper = upper == null ? comparison : upper;
                case NE, NIN, EXISTS, MISSING -> {
                    // no interval of keys
                }
            }
        }
        if (in != null) {
            return points(field, in);
        }
        if (lower == null && upper == null) {
            return null;
        }
        // on a multikey index two conditions may be met by two elements, and values of two types never meet
        if (lower != null && upper != null && (multikey || rank(lower) != rank(upper))) {
            upper = null;
        }
        return range(field, lower, upper);
    }

    private static boolean usable(Comparison comparison, IndexSpec.Field field) {
        return comparison.field().path().equals(field.path())
                && !comparison.anyType()
                && comparison.constants().stream().noneMatch(key -> key[0] == RANK_ARRAY || key[0] == RANK_REGEX);
    }

    private static int rank(Comparison comparison) {
        return Comparison.group(comparison.constant()[0]);
    }

    private static Bounds points(IndexSpec.Field field, Comparison comparison) {
        List<byte[]> points = comparison.constants();
        if (field.descending()) {
            points = points.reversed().stream().map(Bounds::complement).toList();
        }
        boolean exact = comparison.constants().stream().noneMatch(key -> key[0] <= KeyBuilder.RANK_NULL);
        return new Bounds(points, null, Set.of(comparison), exact);
    }

    private static Bounds range(IndexSpec.Field field, @Nullable Comparison lower, @Nullable Comparison upper) {
        Comparison any = lower != null ? lower : upper;
        if (any == null) {
            throw new IllegalArgumentException("a range needs an end");
        }
        int group = rank(any);
        int first = group == KeyBuilder.RANK_POSITIVE ? KeyBuilder.RANK_NEGATIVE : group;
        Set<Filter.Clause> used = lower == null || upper == null ? Set.of(any) : Set.of(lower, upper);
        byte[] low;
        byte[] high;
        if (!field.descending()) {
            low = lower == null
                    ? new byte[] {(byte) first}
                    : lower.op() == Comparison.Op.GT ? above(lower.constant()) : lower.constant();
            high = upper == null
                    ? new byte[] {(byte) (group + 1)}
                    : upper.op() == Comparison.Op.LTE ? above(upper.constant()) : upper.constant();
        } else {
            low = upper == null
                    ? new byte[] {(byte) ~group}
                    : upper.op() == Comparison.Op.LT
                            ? above(complement(upper.constant()))
                            : complement(upper.constant());
            high = lower == null
                    ? new byte[] {(byte) (~first + 1)}
                    : lower.op() == Comparison.Op.GTE
                            ? above(complement(lower.constant()))
                            : complement(lower.constant());
        }
        return new Bounds(List.of(), new Interval(low, high), used, true);
    }

    /** Above every key that begins with this part: no part begins with 0xFF. */
    static byte[] above(byte[] part) {
        byte[] result = Arrays.copyOf(part, part.length + 1);
        result[part.length] = (byte) 0xFF;
        return result;
    }

    static byte[] complement(byte[] part) {
        byte[] result = new byte[part.length];
        for (int i = 0; i < part.length; i++) {
            result[i] = (byte) ~part[i];
        }
        return result;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }
}
