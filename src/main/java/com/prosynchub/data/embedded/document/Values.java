package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;

/** Takes fields out of documents that must have them. Stateless. */
final class Values {
    private Values() {}

    static int integer(Document document, String field) {
        if (!(document.get(field) instanceof Number number)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "BSON field '" + field + "' must be a number");
        }
        return number.intValue();
    }

    static Document document(Document document, String field) {
        if (!(document.get(field) instanceof Document inner)) {
            throw Errors.of(Errors.TYPE_MISMATCH, "BSON field '" + field + "' must be an object");
        }
        return inner;
    }
}
