package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Aggregation expressions: the library's, and {@code $dateTrunc}, which it lacks. The library offers no place for
 * another operator, so each use is computed first into a variable that the rest of the expression then names. Stateless.
 */
final class Expressions {
    static final String DATE_TRUNC = "$dateTrunc";
    private static final String VARIABLE = "$prosyncDateTrunc";

    private Expressions() {}

    /** An expression in which each {@code $dateTrunc} has become a variable, with what the variables stand for. */
    record Prepared(@Nullable Object expression, List<Object> truncations) {
        /** The document with the variables beside its own fields. */
        Document withVariables(Document document) {
            if (truncations.isEmpty()) {
                return document;
            }
            Document wider = document.clone();
            for (int i = 0; i < truncations.size(); i++) {
                wider.put(VARIABLE + i, DateTrunc.evaluate(truncations.get(i), wider));
            }
            return wider;
        }
    }

    /** Checks all operators and takes out {@code $dateTrunc}. */
    static Prepared prepare(@Nullable Object expression) {
        List<Object> truncations = new ArrayList<>();
        Object prepared = prepare(expression, truncations, true);
        return new Prepared(prepared, List.copyOf(truncations));
    }

    /** Runs a stage whose specification holds expressions in its values, whatever operators it names itself. */
    static Stream<Document> around(
            Stream<Document> stream,
            Document stage,
            Function<Document, Function<Stream<Document>, Stream<Document>>> work) {
        List<Object> truncations = new ArrayList<>();
        Document rewritten = (Document) prepare(stage, truncations, false);
        Function<Stream<Document>, Stream<Document>> step = work.apply(rewritten == null ? stage : rewritten);
        if (truncations.isEmpty()) {
            return step.apply(stream);
        }
        Prepared prepared = new Prepared(rewritten, List.copyOf(truncations));
        return step.apply(stream.map(prepared::withVariables)).map(Expressions::withoutVariables);
    }

    private static @Nullable Object prepare(@Nullable Object value, List<Object> truncations, boolean check) {
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(prepare(item, truncations, check)));
            return items;
        }
        if (!(value instanceof Document document) || document.containsKey("$literal")) {
            return value;
        }
        if (document.size() == 1 && document.containsKey(DATE_TRUNC)) {
            Object arguments = prepare(document.get(DATE_TRUNC), truncations, check);
            truncations.add(DateTrunc.checked(arguments));
            return "$" + VARIABLE + (truncations.size() - 1);
        }
        Document result = new Document();
        for (Map.Entry<String, Object> entry : document.entrySet()) {
            if (check && entry.getKey().startsWith("$")) {
                requireKnown(entry.getKey());
            }
            result.put(entry.getKey(), prepare(entry.getValue(), truncations, check));
        }
        return result;
    }

    private static void requireKnown(String operator) {
        try {
            Expression.valueOf(operator);
        } catch (IllegalArgumentException e) {
            throw new MongoServerError(168, "InvalidPipelineOperator", "Unrecognized expression '" + operator + "'");
        }
    }

    /** Checks the operators in the values of a stage before a document is read. */
    static void requireKnownIn(String stage, @Nullable Object value) {
        switch (stage) {
            case "$project", "$addFields", "$replaceRoot", "$redact" -> prepare(value);
            case "$group" -> {
                if (value instanceof Document group) {
                    group.forEach((field, expression) -> {
                        if (field.equals("_id")) {
                            prepare(expression);
                        } else if (expression instanceof Document accumulator) {
                            accumulator.values().forEach(Expressions::prepare);
                        }
                    });
                }
            }
            default -> {
                // no expressions, or the library checks them
            }
        }
    }

    private static Document withoutVariables(Document document) {
        Document result = new Document();
        document.forEach((field, value) -> {
            if (!field.startsWith(VARIABLE)) {
                result.put(field, clean(value));
            }
        });
        return result;
    }

    private static @Nullable Object clean(@Nullable Object value) {
        if (value instanceof Document document) {
            return withoutVariables(document);
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(clean(item)));
            return items;
        }
        return value;
    }

    /** Whether an expression is true for a document. */
    static boolean isTrue(Prepared prepared, Document document) {
        return Utils.isTrue(Expression.evaluateDocument(prepared.expression(), prepared.withVariables(document)));
    }
}
