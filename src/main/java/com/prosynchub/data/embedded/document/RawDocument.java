package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A document as its bytes, decoded only if somebody needs the objects. One thread at a time. */
final class RawDocument {
    private final byte[] bytes;
    private @Nullable Document decoded;

    RawDocument(byte[] bytes) {
        this.bytes = bytes;
    }

    static RawDocument of(Document document) {
        RawDocument raw = new RawDocument(Bson.encode(document));
        raw.decoded = document;
        return raw;
    }

    byte[] bytes() {
        return bytes;
    }

    Document document() {
        Document known = decoded;
        if (known == null) {
            known = Bson.decode(bytes);
            decoded = known;
        }
        return known;
    }
}
