package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.CollectionState.Namespace;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The write commands. Each is one transaction, with a savepoint per statement so that one that fails takes nothing else
 * with it. Any thread.
 */
final class Writes {
    private final Store store;
    private final Catalog catalog;
    private final Inserts inserts;

    Writes(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
        this.inserts = new Inserts(store);
    }

    Document insert(Request request) {
        Namespace namespace = request.namespace();
        Catalog.checkName(namespace);
        List<byte[]> documents = request.raw("documents");
        CollectionState state = catalog.findOrCreate(namespace);
        boolean check = !request.flag("bypassDocumentValidation", false);
        Inserts.Outcome outcome = inserts.insert(state, documents, request.flag("ordered", true), check);
        Document reply = new Document("n", outcome.inserted());
        if (!outcome.errors().isEmpty()) {
            reply.append("writeErrors", outcome.errors());
        }
        return Replies.ok(reply);
    }

    /** One statement on an open collection. */
    @FunctionalInterface
    private interface Statement {
        Document run(LibraryDatabase database, LibraryCollection collection);
    }

    private Document statement(Connection connection, CollectionState state, Statement work) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        LibraryDatabase database =
                new LibraryDatabase(state.namespace().database(), catalog, new Transaction(connection));
        LibraryCollection collection = database.target(state, new Transaction(connection));
        try {
            Document result = work.run(database, collection);
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (Store.DuplicateEntry e) {
            connection.rollback(savepoint);
            throw clash(connection, state, collection.last(), e);
        } catch (MongoServerException e) {
            connection.rollback(savepoint);
            throw e;
        } catch (ClassCastException | IllegalArgumentException e) {
            connection.rollback(savepoint);
            throw Errors.of(Errors.BAD_VALUE, "statement can't be understood: " + e.getMessage());
        }
    }

    private static MongoServerException clash(
            Connection connection, CollectionState state, @Nullable Entry entry, Store.DuplicateEntry cause)
            throws SQLException {
        if (entry == null) {
            return cause;
        }
        Document document = Bson.decode(entry.document());
        List<IndexState> indexes = state.indexes();
        for (int x = 0; x < indexes.size(); x++) {
            IndexState index = indexes.get(x);
            if (index.spec().unique() && taken(connection, state, index, entry, x)) {
                return Duplicates.error(state, index.spec(), document);
            }
        }
        return Duplicates.error(state, IndexSpec.id(), document);
    }

    private static boolean taken(Connection connection, CollectionState state, IndexState index, Entry entry, int x)
            throws SQLException {
        String sql = "SELECT 1 FROM " + index.table() + " i JOIN " + state.table()
                + " c ON c.rid = i.rid WHERE i.k = ANY (?) AND c.id <> ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf("bytea", entry.keys().get(x).keys().toArray(byte[][]::new)));
            statement.setBytes(2, entry.id());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private <T> T changing(CollectionState state, Store.Work<T> work) {
        state.structure().readLock().lock();
        state.changes().lock();
        try {
            if (state.dropped()) {
                throw Errors.of(Errors.QUERY_PLAN_KILLED, "collection " + state.namespace() + " was dropped");
            }
            return store.write(work);
        } finally {
            state.changes().unlock();
            state.structure().readLock().unlock();
        }
    }

    Document update(Request request) {
        Namespace namespace = request.namespace();
        Catalog.checkName(namespace);
        List<Document> updates = request.statements("updates");
        boolean ordered = request.flag("ordered", true);
        boolean check = !request.flag("bypassDocumentValidation", false);
        CollectionState state = catalog.find(namespace);
        if (state == null) {
            state = catalog.findOrCreate(namespace);
        }
        CollectionState found = state;
        return changing(found, connection -> {
            int matched = 0;
            int modified = 0;
            List<Document> upserted = new ArrayList<>();
            List<Document> errors = new ArrayList<>();
            for (int i = 0; i < updates.size(); i++) {
                Document update = updates.get(i);
                try {
                    Document result = statement(
                            connection,
                            found,
                            (database, collection) ->
                                    update(request, database, collection.statement(false, null, check), update));
                    matched += Values.integer(result, "n");
                    modified += Values.integer(result, "nModified");
                    if (result.containsKey("upserted")) {
                        upserted.add(new Document("index", i).append("_id", result.get("upserted")));
                    }
                } catch (MongoServerException e) {
                    errors.add(Replies.writeError(i, e));
                    if (ordered) {
                        break;
                    }
                }
            }
            Document reply = new Document("n", matched + upserted.size()).append("nModified", modified);
            if (!upserted.isEmpty()) {
                reply.append("upserted", upserted);
            }
            if (!errors.isEmpty()) {
                reply.append("writeErrors", errors);
            }
            return Replies.ok(reply);
        });
    }

    private static Document update(
            Request request, LibraryDatabase database, LibraryCollection collection, Document update) {
        refuseCollation(update);
        Document query = part(update, "q");
        boolean multi = Utils.isTrue(update.get("multi"));
        boolean upsert = Utils.isTrue(update.get("upsert"));
        Filter.of(query);
        collection.reading(!multi, update.get("hint"));
        if (update.get("u") instanceof List<?>) {
            throw Errors.of(Errors.NOT_SUPPORTED, "updates written as a pipeline are not supported by this server");
        }
        Document operators = part(update, "u");
        if (update.get("arrayFilters") == null) {
            return collection.updateDocuments(query, operators, ArrayFilters.empty(), multi, upsert, NoopOplog.get());
        }
        return database.updateWithArrayFilters(request.channel(), collection, update);
    }

    private static Document part(Document statement, String field) {
        if (!(statement.get(field) instanceof Document document)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "BSON field '" + field + "' must be an object");
        }
        return document;
    }

    static void refuseCollation(Document statement) {
        Object collation = statement.get("collation");
        if (collation != null && !IndexSpec.isSimple(collation)) {
            throw Errors.of(Errors.BAD_VALUE, "collation is not supported by this server");
        }
    }

    Document delete(Request request) {
        List<Document> deletes = request.statements("deletes");
        CollectionState state = catalog.find(request.namespace());
        if (state == null) {
            return Replies.ok(new Document("n", 0));
        }
        return changing(state, connection -> {
            int deleted = 0;
            List<Document> errors = new ArrayList<>();
            for (int i = 0; i < deletes.size(); i++) {
                try {
                    deleted += delete(new Transaction(connection), state, deletes.get(i));
                } catch (MongoServerError e) {
                    errors.add(Replies.writeError(i, e));
                    if (request.flag("ordered", true)) {
                        break;
                    }
                }
            }
            Document reply = new Document("n", deleted);
            if (!errors.isEmpty()) {
                reply.append("writeErrors", errors);
            }
            return Replies.ok(reply);
        });
    }

    private static int delete(Transaction transaction, CollectionState state, Document delete) {
        refuseCollation(delete);
        int limit = ((Number) delete.getOrDefault("limit", 0)).intValue();
        Query.Wish wish = new Query.Wish(part(delete, "q"), null, 0, limit, delete.get("hint"));
        Stable rows = new Stable(transaction, state, new Query(transaction, state, wish));
        int count = 0;
        List<Scan.Row> some = new ArrayList<>();
        for (Scan.Row row = rows.get(); row != null; row = rows.get()) {
            some.add(row);
            count++;
            if (some.size() == 500) {
                List<Scan.Row> batch = List.copyOf(some);
                transaction.change(connection -> Rows.delete(connection, state, batch));
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            transaction.change(connection -> Rows.delete(connection, state, some));
        }
        return count;
    }

    Document findAndModify(Request request) {
        Document body = request.body();
        refuseCollation(body);
        Namespace namespace = request.namespace();
        boolean upsert = request.flag("upsert", false);
        if (body.get("update") instanceof List<?>) {
            throw Errors.of(Errors.NOT_SUPPORTED, "findAndModify with a pipeline is not supported by this server");
        }
        CollectionState state = catalog.find(namespace);
        if (state == null && !upsert) {
            return Replies.ok(new Document("lastErrorObject", new Document("n", 0).append("updatedExisting", false))
                    .append("value", null));
        }
        CollectionState found = state == null ? catalog.findOrCreate(namespace) : state;
        boolean check = !request.flag("bypassDocumentValidation", false);
        Filter.of(request.documentOrEmpty("query"));
        return changing(
                found,
                connection -> statement(connection, found, (database, collection) -> {
                    Document reply = collection
                            .statement(false, body.get("hint"), check)
                            .findAndModify(FindAndModify.prepared(body));
                    return FindAndModify.reply(body, reply, collection.last());
                }));
    }
}
