package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a field with constants, done on order-preserving bytes. Immutable, any thread.
 *
 * @param constants the constants' encodings, ascending and distinct
 */
record Comparison(IndexSpec.Field field, Op op, List<byte[]> constants) implements Filter.Clause {
    /** The comparison operators. */
    enum Op {
        EQ("$eq"),
        NE("$ne"),
        GT("$gt"),
        GTE("$gte"),
        LT("$lt"),
        LTE("$lte"),
        IN("$in"),
        NIN("$nin"),
        EXISTS("$exists"),
        MISSING("");

        private final String text;

        Op(String text) {
            this.text = text;
        }

        static @Nullable Op named(String name) {
            for (Op op : values()) {
                if (op.text.equals(name) && op != MISSING) {
                    return op;
                }
            }
            return null;
        }
    }

    static Comparison of(String path, Op op, @Nullable Object value) {
        IndexSpec.Field field = IndexSpec.Field.of(path, false);
        return switch (op) {
            case EXISTS, MISSING -> new Comparison(field, Utils.isTrue(value) ? Op.EXISTS : Op.MISSING, List.of());
            case IN, NIN -> {
                if (!(value instanceof Collection<?> list)) {
                    throw Errors.of(Errors.BAD_VALUE, op.text + " needs an array");
                }
                TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
                for (Object item : list) {
                    keys.add(KeyBuilder.encode(item, false));
                }
                yield new Comparison(field, op, List.copyOf(keys));
            }
            case EQ, NE -> new Comparison(field, op, List.of(KeyBuilder.encode(value, false)));
            case GT, GTE, LT, LTE -> {
                byte[] key = KeyBuilder.encode(value, false);
                boolean onlyEqual = key[0] == KeyBuilder.RANK_NULL || key[0] == KeyBuilder.RANK_NAN;
                if (onlyEqual && (op == Op.GTE || op == Op.LTE)) {
                    yield new Comparison(field, Op.EQ, List.of(key));
                }
                if (onlyEqual) {
                    yield new Comparison(field, Op.IN, List.of());
                }
                boolean anyType = value instanceof MinKey || value instanceof MaxKey;
                yield new Comparison(field, op, anyType ? List.of(key, key) : List.of(key));
            }
        };
    }

    byte[] constant() {
        return constants.get(0);
    }

    /** Whether a range compares across types, as it does for MinKey and MaxKey. */
    boolean anyType() {
        return isRange() && constants.size() > 1; // a list of values has several as well
    }

    @Override
    public boolean test(RawDocument document) {
        return switch (op) {
            case NE, NIN, MISSING -> !any(document.bytes());
            case EQ, IN, EXISTS, GT, GTE, LT, LTE -> any(document.bytes());
        };
    }

    private boolean any(byte[] bytes) {
        KeyBuilder key = new KeyBuilder();
        Paths.Opening opening = op == Op.EXISTS || op == Op.MISSING ? Paths.Opening.CLOSED : Paths.Opening.BOTH;
        return !Paths.walk(bytes, 0, field.parts(), 0, opening, (type, position) -> {
            key.clear();
            if (type == Paths.MISSING) {
                if (op == Op.EXISTS || op == Op.MISSING || isRange()) {
                    return true;
                }
                key.missing(false);
            } else {
                key.value(type, bytes, position, false);
            }
            return !holds(key.toBytes());
        });
    }

    private boolean isRange() {
        return op == Op.GT || op == Op.GTE || op == Op.LT || op == Op.LTE;
    }

    private boolean holds(byte[] value) {
        return switch (op) {
            case EXISTS, MISSING -> true;
            case EQ, NE -> Arrays.equals(value, constant());
            case IN, NIN -> contains(value);
            case GT -> bracket(value) && Arrays.compareUnsigned(value, constant()) > 0;
            case GTE -> bracket(value) && Arrays.compareUnsigned(value, constant()) >= 0;
            case LT -> bracket(value) && Arrays.compareUnsigned(value, constant()) < 0;
            case LTE -> bracket(value) && Arrays.compareUnsigned(value, constant()) <= 0;
        };
    }

    private boolean contains(byte[] value) {
        int low = 0;
        int high = constants.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(constants.get(middle), value);
            if (order == 0) {
                return true;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private boolean bracket(byte[] value) {
        return anyType() || group(value[0]) == group(constant()[0]);
    }

    /** The types that compare with each other have one group; NaN stands alone. */
    static int group(int rank) {
        return rank >= KeyBuilder.RANK_NEGATIVE && rank <= KeyBuilder.RANK_POSITIVE ? KeyBuilder.RANK_POSITIVE : rank;
    }
}
