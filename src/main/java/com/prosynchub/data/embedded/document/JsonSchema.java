package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled {@code $jsonSchema}: draft 4 with MongoDB's {@code bsonType}, without references and formats. Immutable, any
 * thread.
 */
final class JsonSchema {
    private static final Set<String> UNSUPPORTED = Set.of("$ref", "$schema", "default", "definitions", "format", "id");

    private final List<Rule> rules;
    private final @Nullable String title;
    private final @Nullable String description;

    /** One keyword. Answers what is wrong with a value, in MongoDB's words, or null. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        Document violation(@Nullable Object value);
    }

    private JsonSchema(List<Rule> rules, @Nullable String title, @Nullable String description) {
        this.rules = List.copyOf(rules);
        this.title = title;
        this.description = description;
    }

    /** @throws de.bwaldvogel.mongo.exception.MongoServerError 9 for an unknown keyword, 14 for a wrong argument */
    static JsonSchema parse(Document schema) {
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, Object> entry : schema.entrySet()) {
            Rule rule = rule(schema, entry.getKey(), entry.getValue());
            if (rule != null) {
                rules.add(rule);
            }
        }
        return new JsonSchema(rules, text(schema, "title"), text(schema, "description"));
    }

    private static @Nullable String text(Document schema, String keyword) {
        Object value = schema.get(keyword);
        if (value != null && !(value instanceof String)) {
            throw SchemaArguments.wrong(keyword, "a string");
        }
        return (String) value;
    }

    private static @Nullable Rule rule(Document schema, String keyword, @Nullable Object value) {
        return switch (keyword) {
            case "title", "description", "exclusiveMinimum", "exclusiveMaximum", "additionalItems" -> {
                if (keyword.startsWith("exclusive")) {
                    SchemaArguments.flag(keyword, value);
                }
                yield null;
            }
            case "bsonType", "type" -> SchemaTypes.rule(keyword, value);
            case "enum" -> SchemaValues.oneOf(SchemaArguments.list(keyword, value));
            case "minimum", "maximum" -> SchemaValues.limit(schema, keyword, value);
            case "multipleOf" -> SchemaValues.multipleOf(value);
            case "minLength", "maxLength" -> SchemaValues.length(keyword, value);
            case "pattern" -> SchemaValues.pattern(value);
            case "items" -> SchemaArrays.items(schema, value);
            case "minItems", "maxItems" -> SchemaArrays.size(keyword, value);
            case "uniqueItems" -> SchemaArrays.unique(SchemaArguments.flag(keyword, value));
            case "required" -> SchemaObjects.required(value);
            case "properties" -> SchemaObjects.properties(SchemaArguments.document(keyword, value));
            case "patternProperties" -> SchemaObjects.patterns(SchemaArguments.document(keyword, value));
            case "additionalProperties" -> SchemaObjects.additional(schema, value);
            case "minProperties", "maxProperties" -> SchemaObjects.size(keyword, value);
            case "dependencies" -> SchemaObjects.dependencies(SchemaArguments.document(keyword, value));
            case "allOf", "anyOf", "oneOf" -> SchemaLogic.combined(keyword, value);
            case "not" -> SchemaLogic.not(SchemaArguments.document(keyword, value));
            default ->
                throw Errors.of(
                        Errors.FAILED_TO_PARSE,
                        UNSUPPORTED.contains(keyword)
                                ? "$jsonSchema keyword '" + keyword + "' is not currently supported"
                                : "Unknown $jsonSchema keyword: " + keyword);
        };
    }

    boolean accepts(@Nullable Object value) {
        for (Rule rule : rules) {
            if (rule.violation(value) != null) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with a value, one document per rule that it breaks. */
    List<Document> violations(@Nullable Object value) {
        List<Document> violations = new ArrayList<>();
        for (Rule rule : rules) {
            Document violation = rule.violation(value);
            if (violation != null) {
                violations.add(violation);
            }
        }
        return violations;
    }

    /** Adds what the schema says of itself to a report. */
    Document describe(Document report) {
        if (title != null) {
            report.append("title", title);
        }
        if (description != null) {
            report.append("description", description);
        }
        return report;
    }
}
