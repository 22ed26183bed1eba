package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A document ready to be written: its bytes with {@code _id} first, the key of its {@code _id}, and its keys in each
 * index, in the order of the collection's indexes. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or shown
record Entry(byte[] document, byte[] id, List<IndexKeys> keys) {
    private static final byte[] ID = "_id".getBytes(StandardCharsets.UTF_8);

    static Entry of(CollectionState state, List<IndexState> indexes, byte[] given, KeyBuilder key) {
        byte[] document = withId(given);
        int element = Bson.find(document, 0, ID);
        int type = Bson.typeAt(document, element);
        if (type == Bson.ARRAY || type == Bson.REGEX || type == Bson.UNDEFINED) {
            String name = type == Bson.ARRAY ? "array" : type == Bson.REGEX ? "regex" : "undefined";
            throw Errors.of(Errors.INVALID_ID, "The '_id' value cannot be of type " + name);
        }
        key.clear();
        key.value(type, document, Bson.valueOf(document, element), false);
        byte[] id = key.toBytes();
        if (id.length > IndexKeys.MAX_KEY) {
            throw Errors.of(Errors.KEY_TOO_LONG, "_id is too long in " + state.namespace());
        }
        List<IndexKeys> keys = new ArrayList<>(indexes.size());
        for (IndexState index : indexes) {
            keys.add(IndexKeys.of(index.spec(), document, key));
        }
        return new Entry(document, id, keys);
    }

    /** The document with {@code _id} as its first field, made up if there is none. */
    private static byte[] withId(byte[] document) {
        int element = Bson.find(document, 0, ID);
        if (element == 4) {
            return document;
        }
        byte[] head;
        byte[] rest;
        if (element < 0) {
            byte[] made = Bson.encode(new Document("_id", new ObjectId()));
            head = slice(made, 4, made.length - 1);
            rest = slice(document, 4, document.length);
        } else {
            int end = Bson.next(document, element);
            head = slice(document, element, end);
            rest = Bounds.join(slice(document, 4, element), slice(document, end, document.length));
        }
        int size = 4 + head.length + rest.length;
        byte[] length = {(byte) size, (byte) (size >> 8), (byte) (size >> 16), (byte) (size >> 24)};
        return Bounds.join(Bounds.join(length, head), rest);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        byte[] result = new byte[to - from];
        System.arraycopy(bytes, from, result, 0, result.length);
        return result;
    }
}
