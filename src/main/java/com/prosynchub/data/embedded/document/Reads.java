package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.CollectionState.Namespace;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The read commands. Any thread. */
final class Reads {
    private static final List<String> REFUSED =
            List.of("tailable", "awaitData", "min", "max", "returnKey", "showRecordId");

    private final Store store;
    private final Catalog catalog;
    private final Cursors cursors;
    private final Pipelines pipelines;

    Reads(Store store, Catalog catalog, Cursors cursors) {
        this.store = store;
        this.catalog = catalog;
        this.cursors = cursors;
        this.pipelines = new Pipelines(store, catalog);
    }

    Reply find(Request request) {
        for (String option : REFUSED) {
            if (request.body().get(option) instanceof Document document
                    ? !document.isEmpty()
                    : request.flag(option, false)) {
                throw Errors.of(Errors.BAD_VALUE, "find option '" + option + "' is not supported by this server");
            }
        }
        Namespace namespace = request.namespace();
        CollectionState state = catalog.find(namespace);
        Query.Wish wish = wish(request);
        Projector projector = Projector.of(request.document("projection"));
        Filter.of(wish.filter());
        SortKeys.parse(wish.sort());
        Supplier<byte @Nullable []> source = () -> null;
        if (state != null) {
            Query query = new Query(store, state, wish);
            LibraryDatabase database = new LibraryDatabase(namespace.database(), catalog, store);
            source = () -> {
                Scan.Row row = query.next();
                return row == null ? null : projector.project(row.document(), database, state);
            };
        }
        Integer batch = batchSize(request.body());
        boolean single = request.flag("singleBatch", false) || request.number("limit", 0) < 0;
        return new Reply.Documents(cursors.open(namespace.toString(), source, batch, single), true);
    }

    private static Query.Wish wish(Request request) {
        long skip = request.number("skip", 0);
        if (skip < 0) {
            throw Errors.of(Errors.BAD_VALUE, "Skip value must be non-negative, but received: " + skip);
        }
        return new Query.Wish(
                request.documentOrEmpty("filter"),
                request.document("sort"),
                skip,
                Math.abs(request.number("limit", 0)),
                hint(request.body()));
    }

    private static @Nullable Object hint(Document body) {
        Object hint = body.get("hint");
        return hint instanceof Document document && document.isEmpty() ? null : hint;
    }

    private static @Nullable Integer batchSize(@Nullable Document options) {
        Object size = options == null ? null : options.get("batchSize");
        return size instanceof Number number ? (Integer) number.intValue() : null;
    }

    Reply more(Request request) {
        long id = request.number(request.name(), 0);
        return new Reply.Documents(cursors.more(id, (int) request.number("batchSize", 0)), false);
    }

    Document kill(Request request) {
        List<Long> killed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        if (request.body().get("cursors") instanceof List<?> ids) {
            for (Object id : ids) {
                long number = ((Number) id).longValue();
                (cursors.kill(number) ? killed : unknown).add(number);
            }
        }
        return Replies.ok(new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of()));
    }

    Document count(Request request) {
        CollectionState state = catalog.find(request.namespace());
        Query.Wish wish = new Query.Wish(
                request.documentOrEmpty("query"),
                null,
                request.number("skip", 0),
                Math.abs(request.number("limit", 0)),
                hint(request.body()));
        Filter.of(wish.filter());
        long count = state == null ? 0 : new Query(store, state, wish).count();
        return Replies.ok(count <= Integer.MAX_VALUE ? new Document("n", (int) count) : new Document("n", count));
    }

    Document distinct(Request request) {
        CollectionState state = catalog.find(request.namespace());
        if (!(request.body().get("key") instanceof String path)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "BSON field 'distinct.key' must be a string");
        }
        List<byte[]> parts = IndexSpec.Field.of(path, false).parts();
        Map<byte[], Object> values = new TreeMap<>(Arrays::compareUnsigned);
        Query.Wish wish = Query.Wish.all(request.documentOrEmpty("query"));
        Filter.of(wish.filter());
        Supplier<Scan.@Nullable Row> rows = state == null ? () -> null : new Query(store, state, wish)::next;
        KeyBuilder key = new KeyBuilder();
        for (Scan.Row row = rows.get(); row != null; row = rows.get()) {
            byte[] document = row.document();
            Paths.walk(document, 0, parts, 0, Paths.Opening.ELEMENTS, (type, position) -> {
                if (type != Paths.MISSING && type != Bson.UNDEFINED) {
                    key.clear();
                    key.value(type, document, position, false);
                    values.computeIfAbsent(key.toBytes(), any -> value(type, document, position));
                }
                return true;
            });
        }
        return Replies.ok(new Document(
                "values",
                values.values().stream()
                        .map(value -> value.equals(NULL) ? null : value)
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll)));
    }

    private static final Object NULL = new Object();

    private static Object value(int type, byte[] document, int position) {
        int size = Bson.size(type, document, position);
        byte[] holder = new byte[4 + 2 + size + 1];
        holder[0] = (byte) holder.length;
        holder[1] = (byte) (holder.length >> 8);
        holder[2] = (byte) (holder.length >> 16);
        holder[3] = (byte) (holder.length >> 24);
        holder[4] = (byte) type;
        System.arraycopy(document, position, holder, 6, size);
        Object value = Bson.decodeForChange(holder).get("");
        return value == null ? NULL : value;
    }

    Reply aggregate(Request request) {
        Object pipeline = request.body().get("pipeline");
        boolean collection = request.body().get(request.name()) instanceof String;
        Document options = request.document("cursor");
        if (options == null) {
            throw Errors.of(
                    Errors.FAILED_TO_PARSE,
                    "The 'cursor' option is required, except for aggregate with the explain argument");
        }
        String name = collection ? request.namespace().name() : "$cmd.aggregate";
        Namespace namespace = new Namespace(request.database(), name);
        Iterator<Document> result = pipelines.run(namespace, pipeline, hint(request.body()));
        Supplier<byte @Nullable []> source = () -> result.hasNext() ? Bson.encode(result.next()) : null;
        return new Reply.Documents(cursors.open(namespace.toString(), source, batchSize(options), false), true);
    }

    Document explain(Request request) {
        Document inner = request.documentOrEmpty(request.name());
        String name = inner.isEmpty() ? "" : inner.keySet().iterator().next();
        if (!name.equals("find") && !name.equals("count")) {
            throw Errors.of(Errors.NOT_SUPPORTED, "explain of '" + name + "' is not supported by this server");
        }
        Request asked = new Request(request.channel(), request.database(), name, inner, Map.of());
        CollectionState state = catalog.find(asked.namespace());
        Document plan = new Document("stage", "EOF");
        long returned = 0;
        long read = 0;
        if (state != null) {
            Query.Wish wish = wish(asked);
            if (name.equals("count")) {
                wish = Query.Wish.all(asked.documentOrEmpty("query"));
            }
            Query query = new Query(store, state, wish);
            while (query.next() != null) {
                returned++;
            }
            read = query.read();
            boolean index = query.plan().way() != Plan.Way.RECORDS;
            plan = new Document("stage", index ? "IXSCAN" : "COLLSCAN");
            if (index) {
                plan.append("indexName", query.plan().indexName());
            }
            plan.append("direction", query.plan().backward() ? "backward" : "forward");
            if (!query.plan().sorted()) {
                plan = new Document("stage", "SORT").append("inputStage", plan);
            }
        }
        return Replies.ok(new Document("queryPlanner", new Document("winningPlan", plan))
                .append(
                        "executionStats",
                        new Document("nReturned", returned)
                                .append("totalKeysExamined", read)
                                .append("totalDocsExamined", read)));
    }
}
