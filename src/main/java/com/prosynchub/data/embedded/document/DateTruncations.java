package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.BiFunction;
import java.util.stream.Stream;

final class DateTruncations {
    private DateTruncations() {}

    static Stream<Document> around(
            Stream<Document> stream, Document stage, BiFunction<Stream<Document>, Document, Stream<Document>> work) {
        return work.apply(stream, stage);
    }
}
