package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** Words a duplicate key as MongoDB does. Stateless. */
final class Duplicates {
    private Duplicates() {}

    /** Error 11000, which a client recognises by its code and shows by its text. */
    static final class KeyError extends MongoServerError {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Document pattern;
        private final transient @Nullable Document values;

        KeyError(String message, Document pattern, Document values) {
            super(Errors.DUPLICATE_KEY.code(), "DuplicateKey", message);
            this.pattern = pattern;
            this.values = values;
        }

        @Nullable
        Document pattern() {
            return pattern;
        }

        @Nullable
        Document values() {
            return values;
        }
    }

    static MongoServerError error(CollectionState state, IndexSpec spec, Document document) {
        Document values = new Document();
        StringBuilder text = new StringBuilder("{");
        for (IndexSpec.Field field : spec.fields()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field.path());
            Object shown = value instanceof Missing ? null : value;
            values.put(field.path(), shown);
            text.append(text.length() > 1 ? ", " : " ")
                    .append(field.path())
                    .append(": ")
                    .append(Json.toCompactJsonValue(shown));
        }
        String message = "E11000 duplicate key error collection: " + state.namespace() + " index: " + spec.name()
                + " dup key: " + text + " }";
        return new KeyError(message, Values.document(spec.description(), "key"), values);
    }
}
