package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;

final class Validator {
    static Validator of(Document options) {
        return new Validator();
    }

    boolean isEmpty() {
        return true;
    }

    void check(RawDocument document) {}
}
