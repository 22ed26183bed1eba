package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Fits the library's findAndModify to what a client may send and expects. Stateless. */
final class FindAndModify {
    private FindAndModify() {}

    /** The command as the library wants it: with a query, and fields left to {@link #reply}. */
    static Document prepared(Document body) {
        Document prepared = body.clone();
        prepared.putIfAbsent("query", new Document());
        if (prepared.get("sort") == null) {
            prepared.remove("sort");
        }
        if (prepared.get("fields") == null) {
            prepared.remove("fields");
        }
        return prepared;
    }

    /** Completes {@code lastErrorObject}, which tells a driver whether something was found or made. */
    static Document reply(Document body, Document reply, @Nullable Entry last) {
        Document result = new Document();
        boolean remove = Utils.isTrue(body.get("remove"));
        Document error = (Document) reply.get("lastErrorObject");
        if (error == null) {
            boolean upserted = !remove && Utils.isTrue(body.get("upsert")) && last != null;
            boolean found = remove && reply.get("value") != null;
            error = new Document("n", upserted || found ? 1 : 0);
            if (!remove) {
                error.append("updatedExisting", false);
            }
            if (upserted && last != null) {
                error.append("upserted", Bson.decode(last.document()).get("_id"));
            }
        }
        result.append("lastErrorObject", error).append("value", reply.get("value"));
        return Replies.ok(result);
    }
}
