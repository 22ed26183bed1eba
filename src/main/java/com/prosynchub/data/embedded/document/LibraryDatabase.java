package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.CollectionState.Namespace;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database as the library's pipeline stages and update command want to see it. Lives for one command; one thread. */
final class LibraryDatabase extends AbstractMongoDatabase<Long> {
    private final Catalog catalog;
    private final Reader reader;
    private @Nullable LibraryCollection target;

    LibraryDatabase(String name, Catalog catalog, Reader reader) {
        super(name, new CursorRegistry());
        this.catalog = catalog;
        this.reader = reader;
    }

    /** Opens the collection that the command changes. */
    LibraryCollection target(CollectionState state, Transaction transaction) {
        LibraryCollection opened = new LibraryCollection(this, state, transaction, transaction);
        target = opened;
        return opened;
    }

    LibraryCollection open(CollectionState state) {
        return new LibraryCollection(this, state, reader, null);
    }

    @Override
    public @Nullable MongoCollection<Long> resolveCollection(String name, boolean throwIfNotFound) {
        LibraryCollection known = target;
        if (known != null && known.state().namespace().name().equals(name)) {
            return known;
        }
        CollectionState state = catalog.find(new Namespace(getDatabaseName(), name));
        if (state == null && throwIfNotFound) {
            throw Errors.of(Errors.NAMESPACE_NOT_FOUND, "ns does not exist: " + getDatabaseName() + "." + name);
        }
        return state == null ? null : open(state);
    }

    @Override
    protected MongoCollection<Long> resolveOrCreateCollection(String name) {
        MongoCollection<Long> found = resolveCollection(name, true);
        if (found == null) {
            throw new IllegalStateException("collection " + name + " must be there");
        }
        return found;
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
        throw Errors.of(Errors.ILLEGAL_OPERATION, "collections are not created here");
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        throw Errors.of(Errors.ILLEGAL_OPERATION, "indexes are not created here");
    }

    /** One update whose array filters only the library's own command can read. */
    Document updateWithArrayFilters(Channel channel, LibraryCollection collection, Document update) {
        Document command = new Document("update", collection.getCollectionName()).append("updates", List.of(update));
        Document reply = handleCommand(channel, "update", command, name -> this, NoopOplog.get());
        handleClose(channel);
        if (reply.get("writeErrors") instanceof List<?> errors && errors.get(0) instanceof Document error) {
            MongoServerException failure = collection.failure();
            if (failure != null) {
                throw failure;
            }
            Object code = error.getOrDefault("code", Errors.INTERNAL.code());
            String name = String.valueOf(error.getOrDefault("codeName", "InternalError"));
            throw new MongoServerError((int) code, name, String.valueOf(error.get("errmsg")));
        }
        int made = 0;
        Document result = new Document("nModified", reply.get("nModified"));
        if (reply.get("upserted") instanceof Collection<?> upserted
                && upserted.iterator().next() instanceof Document first) {
            made = 1;
            result.append("upserted", first.get("_id"));
        }
        return result.append("n", Values.integer(reply, "n") - made);
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }
}
