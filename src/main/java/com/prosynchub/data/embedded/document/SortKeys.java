package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes sort keys of documents as MongoDB orders them: an array counts as its least or greatest element. Stateless. */
final class SortKeys {
    private SortKeys() {}

    /** One field of an order. */
    record Field(String path, List<byte[]> parts, boolean descending) {}

    /** Reads a sort specification; {@code $natural} alone is left to the caller. */
    static List<Field> parse(@Nullable Document sort) {
        List<Field> fields = new ArrayList<>();
        if (sort == null || sort.containsKey("$natural")) {
            return fields;
        }
        for (Map.Entry<String, Object> entry : sort.entrySet()) {
            if (!(entry.getValue() instanceof Number number) || Math.abs(number.doubleValue()) != 1) {
                throw Errors.of(
                        Errors.BAD_VALUE, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
            }
            IndexSpec.Field field = IndexSpec.Field.of(entry.getKey(), number.doubleValue() < 0);
            fields.add(new Field(field.path(), field.parts(), field.descending()));
        }
        return fields;
    }

    static boolean isBackwardNatural(@Nullable Document sort) {
        return sort != null && sort.get("$natural") instanceof Number number && number.doubleValue() < 0;
    }

    static byte[] key(List<Field> fields, byte[] bytes) {
        byte[] key = new byte[0];
        for (Field field : fields) {
            byte[] part = part(field, bytes);
            key = Bounds.join(key, field.descending() ? Bounds.complement(part) : part);
        }
        return key;
    }

    private static byte[] part(Field field, byte[] bytes) {
        KeyBuilder key = new KeyBuilder();
        byte[][] best = new byte[1][];
        Paths.walk(bytes, 0, field.parts(), 0, Paths.Opening.ELEMENTS, (type, position) -> {
            key.clear();
            if (type == Paths.MISSING) {
                key.missing(false);
            } else {
                key.value(type, bytes, position, false);
            }
            byte[] candidate = key.toBytes();
            int order = best[0] == null ? 0 : Arrays.compareUnsigned(candidate, best[0]);
            if (best[0] == null || (field.descending() ? order > 0 : order < 0)) {
                best[0] = candidate;
            }
            return true;
        });
        return best[0] == null ? new byte[] {KeyBuilder.RANK_NULL} : best[0];
    }
}
