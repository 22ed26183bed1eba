package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.CollectionState.Namespace;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Commands that make, list and drop collections, indexes and databases. Any thread. */
final class Structure {
    private static final Set<String> OPTIONS = Set.of("validator", "validationLevel", "validationAction");
    private static final Set<String> GENERIC = Set.of(
            "lsid",
            "$db",
            "$readPreference",
            "$clusterTime",
            "writeConcern",
            "comment",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors",
            "maxTimeMS",
            "readConcern");

    private final Store store;
    private final Catalog catalog;
    private final Indexes indexes;
    private final Cursors cursors;

    Structure(Store store, Catalog catalog, Cursors cursors) {
        this.store = store;
        this.catalog = catalog;
        this.indexes = new Indexes(store);
        this.cursors = cursors;
    }

    Document create(Request request) {
        Document options = new Document();
        for (Map.Entry<String, Object> entry : request.body().entrySet()) {
            String option = entry.getKey();
            Object value = entry.getValue();
            if (option.equals(request.name()) || GENERIC.contains(option) || value == null) {
                continue;
            }
            if (OPTIONS.contains(option)) {
                options.put(option, value);
            } else if (Utils.isTrue(value) && !IndexSpec.isSimple(value) && !option.equals("autoIndexId")) {
                throw Errors.of(
                        Errors.INVALID_OPTIONS, "collection option '" + option + "' is not supported by this server");
            }
        }
        catalog.create(request.namespace(), options);
        return Replies.ok();
    }

    Document modify(Request request) {
        CollectionState state = catalog.require(request.namespace());
        Document options = state.rules().options().clone();
        for (Map.Entry<String, Object> entry : request.body().entrySet()) {
            String option = entry.getKey();
            if (OPTIONS.contains(option)) {
                options.put(option, entry.getValue());
            } else if (!option.equals(request.name()) && !GENERIC.contains(option)) {
                throw Errors.of(Errors.INVALID_OPTIONS, "collMod option '" + option + "' is not supported here");
            }
        }
        if (options.get("validator") instanceof Document validator && validator.isEmpty()) {
            options.remove("validator");
        }
        catalog.changeRules(state, options);
        return Replies.ok();
    }

    Document drop(Request request) {
        CollectionState state = catalog.find(request.namespace());
        if (state == null) {
            throw Errors.of(Errors.NAMESPACE_NOT_FOUND, "ns not found");
        }
        int count = state.indexes().size() + 1;
        catalog.drop(state);
        return Replies.ok(new Document("nIndexesWas", count)
                .append("ns", request.namespace().toString()));
    }

    Document dropDatabase(Request request) {
        for (CollectionState state : catalog.of(request.database())) {
            catalog.drop(state);
        }
        return Replies.ok(new Document("dropped", request.database()));
    }

    Document rename(Request request) {
        CollectionState state = catalog.find(namespace(request.body().get(request.name())));
        if (state == null) {
            throw Errors.of(Errors.NAMESPACE_NOT_FOUND, "source namespace does not exist");
        }
        Namespace to = namespace(request.body().get("to"));
        if (to.equals(state.namespace())) {
            throw Errors.of(Errors.ILLEGAL_OPERATION, "Can't rename a collection to itself");
        }
        catalog.rename(state, to, request.flag("dropTarget", false));
        return Replies.ok();
    }

    private static Namespace namespace(@Nullable Object text) {
        int dot = text instanceof String name ? name.indexOf('.') : -1;
        if (!(text instanceof String name) || dot < 1) {
            throw Errors.of(Errors.INVALID_NAMESPACE, "Invalid namespace specified '" + text + "'");
        }
        return new Namespace(name.substring(0, dot), name.substring(dot + 1));
    }

    Document createIndexes(Request request) {
        List<IndexSpec> specs = new ArrayList<>();
        for (Document description : request.statements("indexes")) {
            specs.add(IndexSpec.parse(description));
        }
        if (specs.isEmpty()) {
            throw Errors.of(Errors.BAD_VALUE, "Must specify at least one index to create");
        }
        boolean created = catalog.find(request.namespace()) == null;
        CollectionState state = catalog.findOrCreate(request.namespace());
        int before = state.indexes().size() + 1;
        indexes.create(state, specs);
        Document reply = new Document("numIndexesBefore", before)
                .append("numIndexesAfter", state.indexes().size() + 1)
                .append("createdCollectionAutomatically", created);
        if (before == state.indexes().size() + 1) {
            reply.append("note", "all indexes already exist");
        }
        return Replies.ok(reply);
    }

    Document dropIndexes(Request request) {
        CollectionState state = catalog.find(request.namespace());
        if (state == null) {
            throw Errors.of(Errors.NAMESPACE_NOT_FOUND, "ns not found " + request.namespace());
        }
        int before = state.indexes().size() + 1;
        indexes.drop(state, request.body().get("index"));
        return Replies.ok(new Document("nIndexesWas", before));
    }

    Reply listIndexes(Request request) {
        CollectionState state = catalog.find(request.namespace());
        if (state == null) {
            throw Errors.of(Errors.NAMESPACE_NOT_FOUND, "ns does not exist: " + request.namespace());
        }
        List<Document> found = new ArrayList<>();
        found.add(IndexSpec.id().description());
        state.indexes().forEach(index -> found.add(index.spec().description()));
        return cursor(request, request.namespace().toString(), found);
    }

    Reply listCollections(Request request) {
        Filter filter = Filter.of(request.documentOrEmpty("filter"));
        boolean namesOnly = request.flag("nameOnly", false);
        List<Document> found = new ArrayList<>();
        for (CollectionState state : catalog.of(request.database())) {
            Document description = new Document("name", state.namespace().name()).append("type", "collection");
            if (!namesOnly) {
                description
                        .append("options", state.rules().options())
                        .append("info", new Document("readOnly", false).append("uuid", state.uuid()))
                        .append("idIndex", IndexSpec.id().description());
            }
            if (filter.test(RawDocument.of(description))) {
                found.add(description);
            }
        }
        return cursor(request, request.database() + ".$cmd.listCollections", found);
    }

    private Reply cursor(Request request, String namespace, List<Document> documents) {
        Iterator<Document> rest = documents.iterator();
        Integer batch = request.documentOrEmpty("cursor").get("batchSize") instanceof Number size
                ? (Integer) size.intValue()
                : null;
        return new Reply.Documents(
                cursors.open(namespace, () -> rest.hasNext() ? Bson.encode(rest.next()) : null, batch, false), true);
    }

    Document listDatabases(Request request) {
        Filter filter = Filter.of(request.documentOrEmpty("filter"));
        Map<String, Long> sizes = new TreeMap<>();
        for (CollectionState state : catalog.all()) {
            sizes.merge(state.namespace().database(), size(state), Long::sum);
        }
        List<Document> found = new ArrayList<>();
        sizes.forEach((name, size) -> {
            Document description =
                    new Document("name", name).append("sizeOnDisk", size).append("empty", false);
            if (filter.test(RawDocument.of(description))) {
                found.add(request.flag("nameOnly", false) ? new Document("name", name) : description);
            }
        });
        return Replies.ok(new Document("databases", found)
                .append(
                        "totalSize",
                        sizes.values().stream().mapToLong(Long::longValue).sum()));
    }

    private long size(CollectionState state) {
        return bytes("pg_total_relation_size('" + state.table() + "')") + indexBytes(state);
    }

    private long indexBytes(CollectionState state) {
        return state.indexes().stream()
                .mapToLong(index -> bytes("pg_total_relation_size('" + index.table() + "')"))
                .sum();
    }

    private long bytes(String expression) {
        return store.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT " + expression);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    Document collectionStats(Request request) {
        CollectionState state = catalog.find(request.namespace());
        Document reply = new Document("ns", request.namespace().toString());
        long count = 0;
        long size = 0;
        if (state != null) {
            count = bytes("count(*) FROM " + state.table());
            size = bytes("coalesce(sum(octet_length(doc)), 0) FROM " + state.table());
            Document sizes = new Document(IndexSpec.ID_INDEX, bytes("pg_indexes_size('" + state.table() + "')"));
            state.indexes()
                    .forEach(index -> sizes.append(
                            index.spec().name(), bytes("pg_total_relation_size('" + index.table() + "')")));
            reply.append("storageSize", bytes("pg_table_size('" + state.table() + "')"))
                    .append("nindexes", state.indexes().size() + 1)
                    .append("indexSizes", sizes);
        }
        reply.append("count", count).append("size", size).append("avgObjSize", count == 0 ? 0L : size / count);
        return Replies.ok(reply);
    }

    Document databaseStats(Request request) {
        long objects = 0;
        long size = 0;
        List<CollectionState> states = catalog.of(request.database());
        for (CollectionState state : states) {
            objects += bytes("count(*) FROM " + state.table());
            size += size(state);
        }
        return Replies.ok(new Document("db", request.database())
                .append("collections", states.size())
                .append("objects", objects)
                .append("storageSize", size)
                .append(
                        "indexes",
                        states.stream()
                                .mapToInt(state -> state.indexes().size() + 1)
                                .sum()));
    }

    Document validate(Request request) {
        CollectionState state = catalog.find(request.namespace());
        if (state == null) {
            throw Errors.of(
                    Errors.NAMESPACE_NOT_FOUND, "Collection '" + request.namespace() + "' does not exist to validate.");
        }
        List<String> problems = new ArrayList<>();
        for (IndexState index : state.indexes()) {
            long lost = bytes("count(*) FROM " + index.table() + " i WHERE NOT EXISTS (SELECT 1 FROM " + state.table()
                    + " c WHERE c.rid = i.rid)");
            if (lost > 0) {
                problems.add("index " + index.spec().name() + " has " + lost + " entries without a document");
            }
        }
        return Replies.ok(new Document("ns", request.namespace().toString())
                .append("nrecords", bytes("count(*) FROM " + state.table()))
                .append("nIndexes", state.indexes().size() + 1)
                .append("valid", problems.isEmpty())
                .append("errors", problems));
    }
}
