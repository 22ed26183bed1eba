package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keywords about arrays. Stateless. */
final class SchemaArrays {
    private SchemaArrays() {}

    static JsonSchema.Rule items(Document schema, @Nullable Object given) {
        if (given instanceof Document one) {
            JsonSchema each = JsonSchema.parse(one);
            return value -> value instanceof Collection<?> array ? check(array, List.of(), each) : null;
        }
        if (!(given instanceof List<?> list)) {
            throw SchemaArguments.wrong("items", "an object or an array of objects");
        }
        List<JsonSchema> places = list.stream()
                .map(item -> JsonSchema.parse(SchemaArguments.document("items", item)))
                .toList();
        Object additional = schema.get("additionalItems");
        JsonSchema rest = additional instanceof Document more ? JsonSchema.parse(more) : null;
        boolean closed = additional instanceof Boolean allowed && !allowed;
        return value -> {
            if (!(value instanceof Collection<?> array)) {
                return null;
            }
            if (closed && array.size() > places.size()) {
                return SchemaArguments.violation(
                        "additionalItems", false, "found additional items", List.copyOf(array));
            }
            return check(array, places, rest);
        };
    }

    private static @Nullable Document check(Collection<?> array, List<JsonSchema> places, @Nullable JsonSchema rest) {
        int index = 0;
        for (Object item : array) {
            JsonSchema schema = index < places.size() ? places.get(index) : rest;
            List<Document> wrong = schema == null ? List.of() : schema.violations(item);
            if (!wrong.isEmpty()) {
                return new Document("operatorName", "items")
                        .append("reason", "At least one item did not match the sub-schema")
                        .append("itemIndex", index)
                        .append("details", wrong);
            }
            index++;
        }
        return null;
    }

    static JsonSchema.Rule size(String keyword, @Nullable Object given) {
        long limit = SchemaArguments.count(keyword, given);
        boolean minimum = keyword.equals("minItems");
        return value ->
                !(value instanceof Collection<?> array) || (minimum ? array.size() >= limit : array.size() <= limit)
                        ? null
                        : SchemaArguments.violation(keyword, given, "array did not match specified length", value);
    }

    static JsonSchema.Rule unique(boolean wanted) {
        return value -> {
            if (!wanted || !(value instanceof Collection<?> array)) {
                return null;
            }
            TreeSet<byte[]> seen = new TreeSet<>(Arrays::compareUnsigned);
            List<Object> twice = new ArrayList<>();
            for (Object item : array) {
                if (!seen.add(KeyBuilder.encode(item, false))) {
                    twice.add(item);
                }
            }
            return twice.isEmpty()
                    ? null
                    : SchemaArguments.violation("uniqueItems", true, "found a duplicate item", value)
                            .append("duplicatedValue", twice.get(0));
        };
    }
}
