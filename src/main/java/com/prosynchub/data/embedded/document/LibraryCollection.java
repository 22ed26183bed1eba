package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stored collection as the library's update operators and pipeline stages want to see it. Lives for one command; one
 * thread.
 */
final class LibraryCollection extends AbstractMongoCollection<Long> {
    private final CollectionState state;
    private final Reader reader;
    private final @Nullable Transaction transaction;
    private final Map<Object, Scan.Row> found = new HashMap<>();
    private boolean check = true;
    private boolean one;
    private @Nullable Object hint;
    private @Nullable Entry last;
    private @Nullable MongoServerException failure;

    LibraryCollection(
            LibraryDatabase database, CollectionState state, Reader reader, @Nullable Transaction transaction) {
        super(database, state.namespace().name(), CollectionOptions.withDefaults(), new CursorRegistry());
        this.state = state;
        this.reader = reader;
        this.transaction = transaction;
    }

    /** Sets how the next statement reads: at most one document, with a hint, without validation. */
    LibraryCollection statement(boolean single, @Nullable Object indexHint, boolean validate) {
        one = single;
        hint = indexHint;
        check = validate;
        found.clear();
        last = null;
        failure = null;
        return this;
    }

    void reading(boolean single, @Nullable Object indexHint) {
        one = single;
        hint = indexHint;
    }

    /** The entry last written, to find out what it clashed with. */
    @Nullable
    Entry last() {
        return last;
    }

    CollectionState state() {
        return state;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        Query.Wish wish = new Query.Wish(query, orderBy, skip, one ? 1 : limit, hint);
        Query running = new Query(reader, state, wish);
        Supplier<Scan.@Nullable Row> rows =
                transaction == null || one || limit == 1 ? running::next : new Stable(reader, state, running);
        return new QueryResult(() -> new Documents(rows));
    }

    private final class Documents implements Iterator<Document> {
        private final Supplier<Scan.@Nullable Row> rows;
        private Scan.@Nullable Row next;

        Documents(Supplier<Scan.@Nullable Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = rows.get();
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
            if (transaction == null) {
                return Bson.decode(row.document());
            }
            Document document = Bson.decodeForChange(row.document());
            found.clear();
            found.put(Objects.requireNonNull(document.get("_id")), row);
            return document;
        }
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public void addDocument(Document document) {
        if (!document.containsKey("_id")) {
            document.put("_id", new ObjectId());
        }
        RawDocument raw = RawDocument.of(document);
        Entry entry = Entry.of(state, state.indexes(), raw.bytes(), new KeyBuilder());
        validate(raw);
        last = entry;
        write(connection -> Rows.insert(connection, state, entry));
    }

    @Override
    protected Long findDocumentPosition(Document document) {
        return row(document).record();
    }

    private Scan.Row row(Document document) {
        Object id = Objects.requireNonNull(document.get("_id"));
        Scan.Row known = found.get(id);
        if (known == null) {
            known = stored(id);
            found.put(id, known);
        }
        return known;
    }

    private Scan.Row stored(Object id) {
        byte[] key = KeyBuilder.encode(id, false);
        return reader.read(connection -> {
            Scan.Row row = Rows.find(connection, state, key);
            if (row == null) {
                throw Errors.of(Errors.INTERNAL, "document " + id + " is gone");
            }
            return row;
        });
    }

    @Override
    protected void handleUpdate(Long position, Document before, Document after) {
        RawDocument raw = RawDocument.of(after);
        Bson.validate(raw.bytes());
        Entry entry = Entry.of(state, state.indexes(), raw.bytes(), new KeyBuilder());
        validate(raw);
        last = entry;
        Scan.Row row = row(before);
        write(connection -> Rows.update(connection, state, row.record(), row.document(), entry));
    }

    @Override
    public void removeDocument(Document document) {
        Scan.Row row = row(document);
        write(connection -> Rows.delete(connection, state, java.util.List.of(row)));
    }

    private void write(Transaction.Change change) {
        if (transaction == null) {
            throw Errors.of(Errors.ILLEGAL_OPERATION, "no write is possible here");
        }
        try {
            transaction.change(change);
        } catch (MongoServerException e) {
            failure = e;
            throw e;
        }
    }

    private void validate(RawDocument raw) {
        if (check) {
            try {
                state.rules().validator().check(raw);
            } catch (MongoServerException e) {
                failure = e;
                throw e;
            }
        }
    }

    /** What stopped the last statement on the way to the database, if the library has swallowed it. */
    @Nullable
    MongoServerException failure() {
        return failure;
    }

    /** The library's projection of one document. */
    Document project(Document document, Document fields) {
        return matchDocumentsFromStream(Stream.of(document), new Document(), null, 0, 0, 0, fields)
                .iterator()
                .next();
    }

    @Override
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, new Query(reader, state, Query.Wish.all(new Document())).count());
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return StreamSupport.stream(queryAll().spliterator(), false)
                .map(document ->
                        new DocumentWithPosition<>(document, row(document).record()));
    }

    @Override
    protected Document getDocument(Long position) {
        throw new UnsupportedOperationException("documents are found by query");
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        throw new UnsupportedOperationException("documents are added whole");
    }

    @Override
    protected void removeDocument(Long position) {
        throw new UnsupportedOperationException("documents are removed whole");
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        // the database knows
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
