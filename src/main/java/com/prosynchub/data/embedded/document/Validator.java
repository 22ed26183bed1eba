package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a collection demands of its documents, made of its options. Immutable, any thread. */
final class Validator {
    private final @Nullable Document query;
    private final boolean enforced;
    private final List<Part> parts;

    /** One top-level condition of the validator, with the compiled schema if it is one. */
    private record Part(
            String name,
            @Nullable Object value,
            Filter filter,
            @Nullable JsonSchema schema) {}

    private Validator(@Nullable Document query, boolean enforced, List<Part> parts) {
        this.query = query;
        this.enforced = enforced;
        this.parts = List.copyOf(parts);
    }

    /** @throws de.bwaldvogel.mongo.exception.MongoServerError if the options can't be kept */
    static Validator of(Document options) {
        String level = String.valueOf(options.getOrDefault("validationLevel", "strict"));
        String action = String.valueOf(options.getOrDefault("validationAction", "error"));
        if ((!level.equals("strict") && !level.equals("off")) || !action.equals("error")) {
            throw Errors.of(
                    Errors.INVALID_OPTIONS,
                    "validationLevel '" + level + "' with validationAction '" + action
                            + "' is not supported by this server; it knows strict or off, and error");
        }
        Object given = options.get("validator");
        if (given == null) {
            return new Validator(null, false, List.of());
        }
        if (!(given instanceof Document query)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "'validator' must be an object");
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            Object value = entry.getValue();
            JsonSchema schema = entry.getKey().equals("$jsonSchema") && value instanceof Document document
                    ? JsonSchema.parse(document)
                    : null;
            Filter filter = Filter.of(new Document(entry.getKey(), value));
            parts.add(new Part(entry.getKey(), value, filter, schema));
        }
        return new Validator(query, level.equals("strict"), parts);
    }

    /** @throws Errors.WithInfo error 121, whose {@code errInfo} names what is wrong */
    void check(RawDocument document) {
        if (!enforced) {
            return;
        }
        for (Part part : parts) {
            JsonSchema schema = part.schema();
            if (schema != null) {
                if (!schema.accepts(document.document())) {
                    throw failure(document, schema(schema, document.document()));
                }
            } else if (!part.filter().test(document)) {
                throw failure(
                        document,
                        new Document("operatorName", part.name())
                                .append("specifiedAs", new Document(part.name(), part.value()))
                                .append("reason", "expression did not match"));
            }
        }
    }

    private static Document schema(JsonSchema schema, Document document) {
        return schema.describe(new Document("operatorName", "$jsonSchema"))
                .append("schemaRulesNotSatisfied", schema.violations(document));
    }

    private static Errors.WithInfo failure(RawDocument document, Document details) {
        Document info = new Document("failingDocumentId", document.document().get("_id")).append("details", details);
        return new Errors.WithInfo(Errors.VALIDATION_FAILURE, "Document failed validation", info);
    }

    @Override
    public String toString() {
        return query == null ? "no validator" : query.toString();
    }
}
