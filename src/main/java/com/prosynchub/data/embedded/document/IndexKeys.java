package com.prosynchub.data.embedded.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The index entries of one document.
 *
 * @param keys distinct keys in order; empty if a sparse or partial index leaves the document out
 * @param multikey whether an array was met on the way
 */
record IndexKeys(List<byte[]> keys, boolean multikey) {
    /** Longest key a B-tree page of the database surely takes, in bytes. */
    static final int MAX_KEY = 2500;

    private static final IndexKeys NONE = new IndexKeys(List.of(), false);

    static IndexKeys of(IndexSpec spec, byte[] document, KeyBuilder key) {
        if (spec.partial() != null && !Filter.of(spec.partial()).test(new RawDocument(document))) {
            return NONE;
        }
        key.clear();
        boolean present = false;
        for (IndexSpec.Field field : spec.fields()) {
            int element = resolve(field, document);
            if (element < -1) {
                return expanded(spec, document);
            }
            if (element == -1) {
                key.missing(field.descending());
            } else {
                present = true;
                int type = Bson.typeAt(document, element);
                key.value(type, document, Bson.valueOf(document, element), field.descending());
            }
        }
        if (spec.sparse() && !present) {
            return NONE;
        }
        return new IndexKeys(List.of(checked(spec, key.toBytes())), false);
    }

    /** Element of the field, -1 if it is missing, -2 if an array is on the way or at its end. */
    private static int resolve(IndexSpec.Field field, byte[] document) {
        int at = 0;
        List<byte[]> parts = field.parts();
        for (int i = 0; i < parts.size(); i++) {
            int element = Bson.find(document, at, parts.get(i));
            if (element < 0) {
                return -1;
            }
            int type = Bson.typeAt(document, element);
            if (type == Bson.ARRAY) {
                return -2;
            }
            if (i == parts.size() - 1) {
                return element;
            }
            if (type != Bson.OBJECT) {
                return -1;
            }
            at = Bson.valueOf(document, element);
        }
        return -1;
    }

    private static IndexKeys expanded(IndexSpec spec, byte[] document) {
        TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        Walk walk = new Walk(spec, document, keys);
        Step[] steps = new Step[spec.fields().size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = walk.descend(i, 0, Bson.OBJECT, 0);
        }
        walk.expand(steps);
        return new IndexKeys(List.copyOf(keys), true);
    }

    private static byte[] checked(IndexSpec spec, byte[] key) {
        if (key.length > MAX_KEY) {
            throw Errors.of(
                    Errors.KEY_TOO_LONG,
                    "key of index " + spec.name() + " is too long: " + key.length + " bytes, at most " + MAX_KEY);
        }
        return key;
    }

    /** How far the path of one field has been followed: part still to follow, type and position reached. */
    private record Step(int part, int type, int position, boolean opened) {
        static final int MISSING = -1;
        static final int EMPTY = -2;

        /** An array that is an element of the indexed array is a value of its own and stays closed. */
        boolean atArray() {
            return type == Bson.ARRAY && !opened;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared or shown
    private record Walk(IndexSpec spec, byte[] document, TreeSet<byte[]> keys) {
        /** Follows the path from a value until it ends, is missing, or meets an array. */
        Step descend(int field, int part, int type, int position) {
            List<byte[]> parts = spec.fields().get(field).parts();
            int at = position;
            int kind = type;
            int index = part;
            while (index < parts.size()) {
                if (kind == Bson.ARRAY) {
                    return new Step(index, kind, at, false);
                }
                int element = kind == Bson.OBJECT ? Bson.find(document, at, parts.get(index)) : -1;
                if (element < 0) {
                    return new Step(parts.size(), Step.MISSING, 0, false);
                }
                kind = Bson.typeAt(document, element);
                at = Bson.valueOf(document, element);
                index++;
            }
            return new Step(index, kind, at, false);
        }

        void expand(Step[] steps) {
            int array = -1;
            for (Step step : steps) {
                if (step.atArray()) {
                    if (array >= 0 && array != step.position()) {
                        throw Errors.of(Errors.PARALLEL_ARRAYS, "cannot index parallel arrays in " + spec.name());
                    }
                    array = step.position();
                }
            }
            if (array < 0) {
                finish(steps);
                return;
            }
            boolean any = false;
            for (int at = array + 4; document[at] != 0; at = Bson.next(document, at)) {
                any = true;
                expand(inside(steps, at));
            }
            if (!any) {
                expand(inside(steps, -1));
            }
        }

        private Step[] inside(Step[] steps, int element) {
            Step[] result = new Step[steps.length];
            for (int i = 0; i < steps.length; i++) {
                Step step = steps[i];
                List<byte[]> parts = spec.fields().get(i).parts();
                if (!step.atArray()) {
                    result[i] = step;
                } else if (step.part() == parts.size()) {
                    result[i] = element < 0
                            ? new Step(parts.size(), Step.EMPTY, 0, false)
                            : new Step(
                                    parts.size(),
                                    Bson.typeAt(document, element),
                                    Bson.valueOf(document, element),
                                    true);
                } else {
                    result[i] = insideOf(i, step, element);
                }
            }
            return result;
        }

        private Step insideOf(int field, Step step, int element) {
            byte[] part = spec.fields().get(field).parts().get(step.part());
            if (isNumber(part)) {
                int indexed = Bson.find(document, step.position(), part);
                if (indexed >= 0) {
                    int type = Bson.typeAt(document, indexed);
                    return descend(field, step.part() + 1, type, Bson.valueOf(document, indexed));
                }
            }
            if (element < 0 || Bson.typeAt(document, element) != Bson.OBJECT) {
                return new Step(spec.fields().get(field).parts().size(), Step.MISSING, 0, false);
            }
            return descend(field, step.part(), Bson.OBJECT, Bson.valueOf(document, element));
        }

        private void finish(Step[] steps) {
            KeyBuilder key = new KeyBuilder();
            boolean present = false;
            for (int i = 0; i < steps.length; i++) {
                Step step = steps[i];
                boolean descending = spec.fields().get(i).descending();
                switch (step.type()) {
                    case Step.MISSING -> key.missing(descending);
                    case Step.EMPTY -> {
                        present = true;
                        key.emptyArray(descending);
                    }
                    default -> {
                        present = true;
                        key.value(step.type(), document, step.position(), descending);
                    }
                }
            }
            if (present || !spec.sparse()) {
                keys.add(checked(spec, key.toBytes()));
            }
        }
    }

    static boolean isNumber(byte @Nullable [] part) {
        if (part == null || part.length == 0 || part.length > 9) {
            return false;
        }
        return new String(part, StandardCharsets.UTF_8).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
