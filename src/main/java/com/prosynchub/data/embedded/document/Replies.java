package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;

/** The parts that replies have in common. Stateless. */
final class Replies {
    private Replies() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    static Document ok(Document reply) {
        return reply.append("ok", 1.0);
    }

    static Document writeError(int index, MongoServerException e) {
        Document error = new Document("index", index);
        describe(error, e);
        return error;
    }

    static Document failure(MongoServerException e) {
        Document error = new Document("ok", 0.0);
        describe(error, e);
        return error;
    }

    private static void describe(Document error, MongoServerException e) {
        if (e instanceof MongoServerError known) {
            error.append("code", known.getCode()).append("codeName", known.getCodeName());
        } else {
            error.append("code", Errors.INTERNAL.code()).append("codeName", "InternalError");
        }
        error.append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof Errors.WithInfo with && with.info() != null) {
            error.append("errInfo", with.info());
        }
        if (e instanceof Duplicates.KeyError key && key.pattern() != null) {
            error.append("keyPattern", key.pattern()).append("keyValue", key.values());
        }
    }
}
