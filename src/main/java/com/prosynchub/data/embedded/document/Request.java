package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command from a client. Immutable.
 *
 * @param name the command, in the spelling of the client
 * @param body the command document
 * @param sequences documents sent beside the body, as bytes, by the field they belong to
 */
record Request(Channel channel, String database, String name, Document body, Map<String, List<byte[]>> sequences) {
    /** The collection that the command names. */
    CollectionState.Namespace namespace() {
        Object value = body.get(name);
        if (!(value instanceof String collection)) {
            throw Errors.of(Errors.INVALID_NAMESPACE, "collection name has invalid type");
        }
        return new CollectionState.Namespace(database, collection);
    }

    @Nullable
    Document document(String field) {
        Object value = body.get(field);
        if (value != null && !(value instanceof Document)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "BSON field '" + name + "." + field + "' must be an object");
        }
        return (Document) value;
    }

    Document documentOrEmpty(String field) {
        Document value = document(field);
        return value == null ? new Document() : value;
    }

    long number(String field, long otherwise) {
        Object value = body.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "BSON field '" + name + "." + field + "' must be a number");
        }
        return number.longValue();
    }

    boolean flag(String field, boolean otherwise) {
        Object value = body.get(field);
        return value == null ? otherwise : de.bwaldvogel.mongo.backend.Utils.isTrue(value);
    }

    /** Statements of a write command, wherever the client put them. */
    List<Document> statements(String field) {
        List<byte[]> sequence = sequences.get(field);
        if (sequence != null) {
            return sequence.stream().map(Bson::decode).toList();
        }
        if (!(body.get(field) instanceof List<?> list)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "BSON field '" + name + "." + field + "' must be an array");
        }
        return list.stream().map(Document.class::cast).toList();
    }

    /** Documents to insert, as bytes. */
    List<byte[]> raw(String field) {
        List<byte[]> sequence = sequences.get(field);
        return sequence != null
                ? sequence
                : statements(field).stream().map(Bson::encode).toList();
    }
}
