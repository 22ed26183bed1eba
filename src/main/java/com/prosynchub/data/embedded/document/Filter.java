package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled query filter. Comparisons are done on the bytes, in MongoDB's order; what is rarer goes to the library's
 * matcher. Immutable, any thread.
 */
final class Filter {
    private static final Set<String> REFERENCE = Set.of("$ref", "$id", "$db");
    private static final Set<String> LIBRARY_OPERATORS =
            Set.of("$not", "$mod", "$size", "$all", "$elemMatch", "$type", "$regex", "$options");

    /** One condition of the filter. */
    @FunctionalInterface
    interface Clause {
        boolean test(RawDocument document);
    }

    private final List<Clause> clauses;

    private Filter(List<Clause> clauses) {
        this.clauses = List.copyOf(clauses);
    }

    static Filter of(Document query) {
        List<Clause> clauses = new ArrayList<>();
        collect(query, clauses);
        return new Filter(clauses);
    }

    /** All conditions hold; an empty filter accepts everything. */
    boolean test(RawDocument document) {
        for (Clause clause : clauses) {
            if (!clause.test(document)) {
                return false;
            }
        }
        return true;
    }

    List<Clause> clauses() {
        return clauses;
    }

    private static void collect(Document query, List<Clause> clauses) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            String key = entry.getKey();
            if (key.startsWith("$")) {
                topLevel(key, entry.getValue(), clauses);
            } else {
                field(key, entry.getValue(), clauses);
            }
        }
    }

    private static void topLevel(String operator, @Nullable Object value, List<Clause> clauses) {
        switch (operator) {
            case "$and" -> {
                for (Document part : parts(operator, value)) {
                    collect(part, clauses);
                }
            }
            case "$or" -> {
                List<Filter> filters =
                        parts(operator, value).stream().map(Filter::of).toList();
                clauses.add(document -> filters.stream().anyMatch(filter -> filter.test(document)));
            }
            case "$nor" -> {
                List<Filter> filters =
                        parts(operator, value).stream().map(Filter::of).toList();
                clauses.add(document -> filters.stream().noneMatch(filter -> filter.test(document)));
            }
            case "$comment" -> {
                // says nothing about documents
            }
            case "$expr" -> {
                Expressions.Prepared prepared = Expressions.prepare(value);
                clauses.add(document -> Expressions.isTrue(prepared, document.document()));
            }
            case "$jsonSchema" -> {
                if (!(value instanceof Document schema)) {
                    throw Errors.of(Errors.TYPE_MISMATCH, "$jsonSchema must be an object");
                }
                JsonSchema compiled = JsonSchema.parse(schema);
                clauses.add(document -> compiled.accepts(document.document()));
            }
            default ->
                throw Errors.of(
                        Errors.BAD_VALUE,
                        "unknown top level operator: " + operator + ". If you have a field name that starts with a '$'"
                                + " symbol, consider using $getField or $setField.");
        }
    }

    private static List<Document> parts(String operator, @Nullable Object value) {
        if (!(value instanceof Collection<?> list) || list.isEmpty()) {
            throw Errors.of(Errors.BAD_VALUE, operator + " must be a nonempty array");
        }
        List<Document> parts = new ArrayList<>();
        for (Object part : list) {
            if (!(part instanceof Document document)) {
                throw Errors.of(Errors.BAD_VALUE, operator + " entries need to be full objects");
            }
            parts.add(document);
        }
        return parts;
    }

    private static void field(String path, @Nullable Object value, List<Clause> clauses) {
        if (value instanceof BsonRegularExpression) {
            clauses.add(library(new Document(path, value)));
            return;
        }
        if (!(value instanceof Document operators) || !isOperators(operators)) {
            clauses.add(Comparison.of(path, Comparison.Op.EQ, value));
            return;
        }
        Document rest = new Document();
        for (Map.Entry<String, Object> entry : operators.entrySet()) {
            String operator = entry.getKey();
            Object operand = entry.getValue();
            Comparison.Op op = Comparison.Op.named(operator);
            if (op != null && !hasRegex(operand)) {
                clauses.add(Comparison.of(path, op, operand));
            } else if (op != null || LIBRARY_OPERATORS.contains(operator)) {
                requireKnown(operator, operand);
                rest.put(operator, operand);
            } else {
                throw Errors.of(Errors.BAD_VALUE, "unknown operator: " + operator);
            }
        }
        if (!rest.isEmpty()) {
            clauses.add(library(new Document(path, rest)));
        }
    }

    private static boolean isOperators(Document value) {
        if (value.isEmpty()) {
            return false;
        }
        String first = value.keySet().iterator().next();
        return first.startsWith("$") && !REFERENCE.contains(first);
    }

    private static boolean hasRegex(@Nullable Object operand) {
        return operand instanceof BsonRegularExpression
                || (operand instanceof Collection<?> list
                        && list.stream().anyMatch(BsonRegularExpression.class::isInstance));
    }

    /** Compiles what is nested, only to find operators that nobody knows before a document is read. */
    private static void requireKnown(String operator, @Nullable Object operand) {
        if (operator.equals("$not") && !(operand instanceof BsonRegularExpression)) {
            if (!(operand instanceof Document document) || !isOperators(document)) {
                throw Errors.of(Errors.BAD_VALUE, "$not needs a regex or a document");
            }
            field("x", document, new ArrayList<>());
        } else if (operator.equals("$elemMatch")) {
            if (!(operand instanceof Document document)) {
                throw Errors.of(Errors.BAD_VALUE, "$elemMatch needs an Object");
            }
            if (isOperators(document)
                    && !Set.of("$and", "$or", "$nor")
                            .contains(document.keySet().iterator().next())) {
                field("x", document, new ArrayList<>());
            } else {
                collect(document, new ArrayList<>());
            }
        }
    }

    private static Clause library(Document query) {
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        return document -> matcher.matches(document.document(), query);
    }
}
