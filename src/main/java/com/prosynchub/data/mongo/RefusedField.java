package com.prosynchub.data.mongo;

import com.prosynchub.model.failure.Failure;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Finds in the server's error 121 the field that broke a rule. Stateless. */
final class RefusedField {
    private RefusedField() {}

    /** @param info the error's details, which may be empty */
    static Failure.Invalid of(BsonDocument info) {
        Found found = search(info, "");
        return found == null
                ? Failure.Invalid.of("", "document")
                : Failure.Invalid.of(camelCase(found.path), found.rule);
    }

    private static @Nullable Found search(@Nullable BsonValue value, String path) {
        if (value instanceof BsonArray array) {
            for (BsonValue item : array) {
                Found found = search(item, path);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return value instanceof BsonDocument document ? inDocument(document, path) : null;
    }

    private static @Nullable Found inDocument(BsonDocument document, String path) {
        if (document.get("missingProperties") instanceof BsonArray missing && !missing.isEmpty()) {
            return new Found(path + text(missing.getFirst()), "required");
        }
        if (document.get("additionalProperties") instanceof BsonArray extra && !extra.isEmpty()) {
            return new Found(path + text(extra.getFirst()), "unknown");
        }
        String inner = path;
        if (document.containsKey("propertyName")) {
            inner = path + text(document.get("propertyName")) + ".";
        }
        for (Map.Entry<String, BsonValue> entry : document.entrySet()) {
            Found found = search(entry.getValue(), inner);
            if (found != null) {
                return found;
            }
        }
        String operator = document.containsKey("operatorName") ? text(document.get("operatorName")) : "";
        if (inner.isEmpty() || operator.isEmpty()) {
            return operator.equals("$expr") ? new Found("", "order") : null;
        }
        return new Found(inner.substring(0, inner.length() - 1), rule(operator));
    }

    private static String rule(String operator) {
        return switch (operator) {
            case "minimum", "maximum" -> "range";
            case "minLength" -> "required";
            case "maxLength" -> "tooLong";
            case "minItems", "maxItems", "minProperties", "maxProperties" -> "count";
            case "bsonType", "type" -> "type";
            default -> operator;
        };
    }

    private static String text(@Nullable BsonValue value) {
        return value != null && value.isString() ? value.asString().getValue() : "";
    }

    private static String camelCase(String path) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean joint = c == '_' && i > 0 && i + 1 < path.length();
            camel.append(joint ? Character.toUpperCase(path.charAt(++i)) : c);
        }
        return camel.toString();
    }

    private record Found(String path, String rule) {}
}
