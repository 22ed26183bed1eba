package com.prosynchub.data.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Stores a document once. Stateless. */
final class Inserts {
    private Inserts() {}

    /** Stores it; one whose {@code _id} is there already was stored before and changes nothing. */
    static <T> void once(MongoCollection<T> collection, T document) {
        Calls.run(() -> {
            try {
                collection.insertOne(document);
            } catch (MongoWriteException thrown) {
                if (ErrorCategory.fromErrorCode(thrown.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw thrown;
                }
                refuseOtherKey(thrown);
            }
        });
    }

    /** The same number under another event means that the ledger was replaced: that must not pass for delivered. */
    private static void refuseOtherKey(MongoWriteException thrown) {
        if (thrown.getError().getMessage().contains("audit_logs_outbox_seq")) {
            throw new FailureException(Failure.Invalid.of("outboxSeq", "duplicate"), thrown);
        }
    }

    static String idOrNew(@Nullable String id) {
        return id == null ? new ObjectId().toHexString() : id;
    }
}
