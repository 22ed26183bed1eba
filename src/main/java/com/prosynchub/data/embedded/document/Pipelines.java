package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.CollectionState.Namespace;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs aggregation pipelines. What stands first and can be a query is one, so it follows an index; the rest streams
 * through stages of our own where the order of values matters, and through the library's otherwise. Any thread.
 */
final class Pipelines {
    private static final Set<String> LIBRARY = Set.of(
            "$project",
            "$addFields",
            "$unwind",
            "$lookup",
            "$graphLookup",
            "$replaceRoot",
            "$sample",
            "$bucket",
            "$unset",
            "$redact");
    private static final int UNRECOGNIZED = 40324;

    private final Store store;
    private final Catalog catalog;

    Pipelines(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    /** One stage: its name and what it is given. */
    private record Stage(String name, @Nullable Object value) {
        Document document() {
            if (!(value instanceof Document document)) {
                throw Errors.of(Errors.FAILED_TO_PARSE, "the " + name + " stage specification must be an object");
            }
            return document;
        }

        long number() {
            if (!(value instanceof Number number) || number.longValue() < (name.equals("$limit") ? 1 : 0)) {
                throw new MongoServerError(
                        name.equals("$limit") ? 15958 : 5107200, "invalid argument to " + name + " stage: " + value);
            }
            return number.longValue();
        }
    }

    Iterator<Document> run(Namespace namespace, @Nullable Object pipeline, @Nullable Object hint) {
        List<Stage> stages = parse(pipeline);
        if (namespace.name().startsWith("$")) {
            throw Errors.of(Errors.INVALID_NAMESPACE, "{aggregate: 1} is not supported; a collection is required");
        }
        Stage last = stages.isEmpty() ? null : stages.getLast();
        if (last != null && last.name().equals("$out")) {
            Output output = new Output(store, catalog);
            output.replace(namespace, last.value(), stream(namespace, stages.subList(0, stages.size() - 1), hint));
            return List.<Document>of().iterator();
        }
        return stream(namespace, stages, hint).iterator();
    }

    private static List<Stage> parse(@Nullable Object pipeline) {
        List<Stage> stages = new ArrayList<>();
        for (Document stage : Aggregation.parse(pipeline)) {
            if (stage.size() != 1) {
                throw new MongoServerError(
                        40323, "A pipeline stage specification object must contain exactly one field.");
            }
            String name = stage.keySet().iterator().next();
            Object value = stage.get(name);
            switch (name) {
                case "$set" -> stages.add(new Stage("$addFields", value));
                case "$replaceWith" -> stages.add(new Stage("$replaceRoot", new Document("newRoot", value)));
                case "$sortByCount" -> {
                    Document group = new Document("_id", value).append("count", new Document("$sum", 1));
                    stages.add(new Stage("$group", group));
                    stages.add(new Stage("$sort", new Document("count", -1)));
                }
                case "$count" -> {
                    if (!(value instanceof String field) || field.isEmpty() || field.contains(".")) {
                        throw new MongoServerError(40156, "the count field must be a non-empty string without dots");
                    }
                    Document group = new Document("_id", null).append(field, new Document("$sum", 1));
                    stages.add(new Stage("$group", group));
                    stages.add(new Stage("$project", new Document("_id", 0)));
                }
                case "$changeStream" ->
                    throw new MongoServerError(40573, "The $changeStream stage is only supported on replica sets");
                default -> stages.add(new Stage(name, value));
            }
        }
        for (Stage stage : stages) {
            check(stage);
        }
        return stages;
    }

    private static void check(Stage stage) {
        switch (stage.name()) {
            case "$match" -> Filter.of(stage.document());
            case "$sort" -> SortKeys.parse(stage.document());
            case "$skip", "$limit" -> stage.number();
            case "$facet" -> stage.document().values().forEach(Pipelines::parse);
            case "$group" -> new Groups(stage.document());
            case "$unionWith", "$out" -> {
                // checked when it runs
            }
            default -> {
                if (!LIBRARY.contains(stage.name())) {
                    throw new MongoServerError(
                            UNRECOGNIZED, "Unrecognized pipeline stage name: '" + stage.name() + "'");
                }
            }
        }
        Expressions.requireKnownIn(stage.name(), stage.value());
    }

    private Stream<Document> stream(Namespace namespace, List<Stage> stages, @Nullable Object hint) {
        Document match = new Document();
        List<Object> conditions = new ArrayList<>();
        Document sort = null;
        long skip = 0;
        long limit = 0;
        int at = 0;
        while (at < stages.size() && stages.get(at).name().equals("$match")) {
            conditions.add(stages.get(at++).document());
        }
        if (!conditions.isEmpty()) {
            match.put("$and", conditions);
        }
        if (at < stages.size() && stages.get(at).name().equals("$sort")) {
            sort = stages.get(at++).document();
        }
        if (at < stages.size() && stages.get(at).name().equals("$skip")) {
            skip = stages.get(at++).number();
        }
        if (at < stages.size() && stages.get(at).name().equals("$limit")) {
            limit = stages.get(at++).number();
        }
        CollectionState state = catalog.find(namespace);
        Stream<Document> documents = state == null
                ? Stream.empty()
                : documents(new Query(store, state, new Query.Wish(match, sort, skip, limit, hint)));
        return through(namespace, documents, stages.subList(at, stages.size()));
    }

    private static Stream<Document> documents(Query query) {
        Iterator<Document> iterator = new Iterator<>() {
            private Scan.@Nullable Row next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = query.next();
                }
                return next != null;
            }

            @Override
            public Document next() {
                Scan.Row row = hasNext() ? next : null;
                if (row == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return Bson.decodeForChange(row.document());
            }
        };
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private Stream<Document> through(Namespace namespace, Stream<Document> documents, List<Stage> stages) {
        Stream<Document> stream = documents;
        for (Stage stage : stages) {
            stream = through(namespace, stream, stage);
        }
        return stream;
    }

    private Stream<Document> through(Namespace namespace, Stream<Document> stream, Stage stage) {
        return switch (stage.name()) {
            case "$match" -> {
                Filter filter = Filter.of(stage.document());
                yield stream.filter(document -> filter.test(RawDocument.of(document)));
            }
            case "$sort" -> sorted(stream, SortKeys.parse(stage.document()));
            case "$skip" -> stream.skip(stage.number());
            case "$limit" -> stream.limit(stage.number());
            case "$group" ->
                Expressions.around(stream, stage.document(), specification -> new Groups(specification)::apply);
            case "$facet" -> facets(namespace, stream, stage.document());
            case "$unionWith" -> Stream.concat(stream, union(namespace, stage.value()));
            case "$lookup", "$graphLookup" ->
                library(namespace, new Document(stage.name(), stage.value())).runStagesAsStream(stream);
            default ->
                Expressions.around(
                        stream,
                        new Document(stage.name(), stage.value()),
                        specification -> library(namespace, specification)::runStagesAsStream);
        };
    }

    private Aggregation library(Namespace namespace, Document stage) {
        LibraryDatabase database = new LibraryDatabase(namespace.database(), catalog, store);
        CollectionState state = catalog.find(namespace);
        return Aggregation.fromPipeline(
                List.of(stage),
                name -> new LibraryDatabase(name, catalog, store),
                database,
                state == null ? null : database.open(state),
                NoopOplog.get());
    }

    private static Stream<Document> sorted(Stream<Document> stream, List<SortKeys.Field> fields) {
        @SuppressWarnings("ArrayRecordComponent") // never compared or shown
        record Keyed(byte[] key, Document document) {}
        return stream.map(document -> new Keyed(SortKeys.key(fields, Bson.encode(document)), document))
                .sorted(Comparator.comparing(Keyed::key, Arrays::compareUnsigned))
                .map(Keyed::document);
    }

    private Stream<Document> facets(Namespace namespace, Stream<Document> stream, Document facets) {
        List<Document> input = stream.toList();
        Document result = new Document();
        facets.forEach((name, pipeline) -> result.put(
                name,
                through(namespace, input.stream().map(Document::cloneDeeply), parse(pipeline))
                        .toList()));
        return Stream.of(result);
    }

    private Stream<Document> union(Namespace namespace, @Nullable Object value) {
        String name = value instanceof Document document ? String.valueOf(document.get("coll")) : String.valueOf(value);
        Object pipeline = value instanceof Document document ? document.getOrDefault("pipeline", List.of()) : List.of();
        return stream(new Namespace(namespace.database(), name), parse(pipeline), null);
    }
}
