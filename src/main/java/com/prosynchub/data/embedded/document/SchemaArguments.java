package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of schema keywords. Stateless. */
final class SchemaArguments {
    private SchemaArguments() {}

    static MongoServerError wrong(String keyword, String wanted) {
        return Errors.of(Errors.TYPE_MISMATCH, "$jsonSchema keyword '" + keyword + "' must be " + wanted);
    }

    static Document document(String keyword, @Nullable Object value) {
        if (!(value instanceof Document document)) {
            throw wrong(keyword, "an object");
        }
        return document;
    }

    static List<?> list(String keyword, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw wrong(keyword, "an array");
        }
        if (list.isEmpty()) {
            throw Errors.of(Errors.FAILED_TO_PARSE, "$jsonSchema keyword '" + keyword + "' cannot be an empty array");
        }
        return list;
    }

    static List<String> names(String keyword, @Nullable Object value) {
        List<String> names = new ArrayList<>();
        for (Object item : list(keyword, value)) {
            if (!(item instanceof String name)) {
                throw wrong(keyword, "an array of strings");
            }
            if (names.contains(name)) {
                throw Errors.of(
                        Errors.FAILED_TO_PARSE,
                        "$jsonSchema keyword '" + keyword + "' array cannot contain duplicates");
            }
            names.add(name);
        }
        return names;
    }

    static List<JsonSchema> schemas(String keyword, @Nullable Object value) {
        return list(keyword, value).stream()
                .map(item -> JsonSchema.parse(document(keyword, item)))
                .toList();
    }

    static boolean flag(String keyword, @Nullable Object value) {
        if (!(value instanceof Boolean flag)) {
            throw wrong(keyword, "a boolean");
        }
        return flag;
    }

    static Number number(String keyword, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            throw wrong(keyword, "a number");
        }
        return number;
    }

    static long count(String keyword, @Nullable Object value) {
        Number number = number(keyword, value);
        if (number.doubleValue() < 0 || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw Errors.of(
                    Errors.FAILED_TO_PARSE,
                    "Expected a non-negative integer for $jsonSchema keyword '" + keyword + "', but got " + number);
        }
        return number.longValue();
    }

    static Pattern pattern(String keyword, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw wrong(keyword, "a string");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw Errors.of(Errors.BAD_VALUE, "Invalid regular expression in $jsonSchema: " + e.getMessage());
        }
    }

    /** A violation as MongoDB reports it: the keyword as given, a reason, and the value. */
    static Document violation(String keyword, @Nullable Object given, String reason, @Nullable Object value) {
        return new Document("operatorName", keyword)
                .append("specifiedAs", new Document(keyword, given))
                .append("reason", reason)
                .append("consideredValue", value);
    }
}
