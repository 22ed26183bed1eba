package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keywords about the fields of objects. Stateless. */
final class SchemaObjects {
    private SchemaObjects() {}

    static JsonSchema.Rule required(@Nullable Object given) {
        List<String> names = SchemaArguments.names("required", given);
        return value -> {
            if (!(value instanceof Document document)) {
                return null;
            }
            List<String> missing =
                    names.stream().filter(name -> !document.containsKey(name)).toList();
            return missing.isEmpty()
                    ? null
                    : new Document("operatorName", "required")
                            .append("specifiedAs", new Document("required", given))
                            .append("missingProperties", missing);
        };
    }

    static JsonSchema.Rule properties(Document given) {
        Map<String, JsonSchema> schemas = new LinkedHashMap<>();
        given.forEach(
                (name, schema) -> schemas.put(name, JsonSchema.parse(SchemaArguments.document("properties", schema))));
        return value -> {
            if (!(value instanceof Document document)) {
                return null;
            }
            List<Document> wrong = new ArrayList<>();
            schemas.forEach((name, schema) -> {
                if (document.containsKey(name)) {
                    report(wrong, name, schema, document.get(name));
                }
            });
            return wrong.isEmpty()
                    ? null
                    : new Document("operatorName", "properties").append("propertiesNotSatisfied", wrong);
        };
    }

    private static void report(List<Document> wrong, String name, JsonSchema schema, @Nullable Object value) {
        List<Document> details = schema.violations(value);
        if (!details.isEmpty()) {
            wrong.add(schema.describe(new Document("propertyName", name)).append("details", details));
        }
    }

    static JsonSchema.Rule patterns(Document given) {
        Map<Pattern, JsonSchema> schemas = new LinkedHashMap<>();
        given.forEach((text, schema) -> schemas.put(
                SchemaArguments.pattern("patternProperties", text),
                JsonSchema.parse(SchemaArguments.document("patternProperties", schema))));
        return value -> {
            if (!(value instanceof Document document)) {
                return null;
            }
            List<Document> wrong = new ArrayList<>();
            document.forEach((name, field) -> schemas.forEach((pattern, schema) -> {
                if (pattern.matcher(name).find()) {
                    report(wrong, name, schema, field);
                }
            }));
            return wrong.isEmpty()
                    ? null
                    : new Document("operatorName", "patternProperties").append("propertiesNotSatisfied", wrong);
        };
    }

    static JsonSchema.Rule additional(Document schema, @Nullable Object given) {
        Set<String> known = schema.get("properties") instanceof Document named ? named.keySet() : Set.of();
        List<Pattern> patterns = new ArrayList<>();
        if (schema.get("patternProperties") instanceof Document named) {
            named.keySet().forEach(text -> patterns.add(SchemaArguments.pattern("patternProperties", text)));
        }
        JsonSchema others = given instanceof Document document ? JsonSchema.parse(document) : null;
        boolean allowed = others != null || SchemaArguments.flag("additionalProperties", given);
        return value -> {
            if (!(value instanceof Document document)) {
                return null;
            }
            List<String> extra = document.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .filter(name ->
                            patterns.stream().noneMatch(p -> p.matcher(name).find()))
                    .toList();
            if (!allowed && !extra.isEmpty()) {
                return new Document("operatorName", "additionalProperties")
                        .append("specifiedAs", new Document("additionalProperties", false))
                        .append("additionalProperties", extra);
            }
            List<Document> wrong = new ArrayList<>();
            if (others != null) {
                extra.forEach(name -> report(wrong, name, others, document.get(name)));
            }
            return wrong.isEmpty()
                    ? null
                    : new Document("operatorName", "additionalProperties").append("propertiesNotSatisfied", wrong);
        };
    }

    static JsonSchema.Rule size(String keyword, @Nullable Object given) {
        long limit = SchemaArguments.count(keyword, given);
        boolean minimum = keyword.equals("minProperties");
        return value -> !(value instanceof Document document)
                        || (minimum ? document.size() >= limit : document.size() <= limit)
                ? null
                : SchemaArguments.violation(keyword, given, "specified number of properties was not satisfied", value)
                        .append("numberOfProperties", document.size());
    }

    static JsonSchema.Rule dependencies(Document given) {
        Map<String, JsonSchema> schemas = new LinkedHashMap<>();
        given.forEach((name, needed) -> schemas.put(
                name,
                needed instanceof Document schema
                        ? JsonSchema.parse(schema)
                        : JsonSchema.parse(new Document("required", SchemaArguments.names("dependencies", needed)))));
        return value -> {
            if (!(value instanceof Document document)) {
                return null;
            }
            List<Document> wrong = new ArrayList<>();
            schemas.forEach((name, schema) -> {
                List<Document> details = document.containsKey(name) ? schema.violations(document) : List.of();
                if (!details.isEmpty()) {
                    wrong.add(new Document("conditionalProperty", name).append("details", details));
                }
            });
            return wrong.isEmpty()
                    ? null
                    : new Document("operatorName", "dependencies").append("failingDependencies", wrong);
        };
    }
}
