package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.Accumulator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The {@code $group} stage, with groups told apart by MongoDB's own comparison of values. Immutable. */
final class Groups {
    private final Object id;
    private final Map<String, Supplier<Accumulator>> accumulators;

    Groups(Document specification) {
        if (!specification.containsKey("_id")) {
            throw new MongoServerError(15955, "a group specification must include an _id");
        }
        id = Missing.ofNullable(specification.get("_id"));
        accumulators = Accumulator.parse(specification);
    }

    private record Group(Object id, List<Accumulator> accumulators) {}

    Stream<Document> apply(Stream<Document> documents) {
        Map<byte[], Group> groups = new TreeMap<>(Arrays::compareUnsigned);
        documents.forEachOrdered(document -> {
            Object value = id instanceof Missing ? id : Missing.ofNullable(Expression.evaluateDocument(id, document));
            byte[] key = KeyBuilder.encode(value instanceof Missing ? null : value, false);
            Group group = groups.computeIfAbsent(key, any -> new Group(value, fresh()));
            for (Accumulator accumulator : group.accumulators()) {
                accumulator.aggregate(Expression.evaluateDocument(accumulator.getExpression(), document));
            }
        });
        return groups.values().stream().map(group -> {
            Document result = new Document("_id", group.id() instanceof Missing ? null : group.id());
            group.accumulators().forEach(each -> result.put(each.getField(), each.getResult()));
            return result;
        });
    }

    private List<Accumulator> fresh() {
        List<Accumulator> fresh = new ArrayList<>();
        accumulators.values().forEach(maker -> fresh.add(maker.get()));
        return fresh;
    }
}
