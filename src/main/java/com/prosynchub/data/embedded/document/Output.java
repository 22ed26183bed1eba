package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.CollectionState.Namespace;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code $out} stage: fills a new collection and puts it in the place of the old one. Any thread. */
final class Output {
    private static final int ROWS = 1_000;

    private final Store store;
    private final Catalog catalog;

    Output(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    void replace(Namespace source, @Nullable Object target, Stream<Document> documents) {
        Namespace to;
        if (target instanceof Document place) {
            to = new Namespace(String.valueOf(place.get("db")), String.valueOf(place.get("coll")));
        } else {
            to = new Namespace(source.database(), String.valueOf(target));
        }
        Catalog.checkName(to);
        CollectionState old = catalog.find(to);
        Namespace aside = new Namespace(to.database(), "tmp.agg_out." + UUID.randomUUID());
        CollectionState fresh =
                catalog.create(aside, old == null ? new Document() : old.rules().options());
        boolean done = false;
        try {
            if (old != null) {
                List<IndexSpec> specs =
                        old.indexes().stream().map(IndexState::spec).toList();
                new Indexes(store).create(fresh, specs);
            }
            fill(fresh, documents);
            catalog.rename(fresh, to, true);
            done = true;
        } finally {
            if (!done) {
                catalog.drop(fresh);
            }
        }
    }

    private void fill(CollectionState fresh, Stream<Document> documents) {
        Inserts inserts = new Inserts(store);
        List<byte[]> batch = new ArrayList<>();
        documents.forEachOrdered(document -> {
            batch.add(Bson.encode(document));
            if (batch.size() == ROWS) {
                insert(inserts, fresh, batch);
            }
        });
        insert(inserts, fresh, batch);
    }

    private static void insert(Inserts inserts, CollectionState fresh, List<byte[]> batch) {
        Inserts.Outcome outcome = inserts.insert(fresh, batch, true, true);
        if (!outcome.errors().isEmpty()) {
            Document error = outcome.errors().get(0);
            throw new de.bwaldvogel.mongo.exception.MongoServerError(
                    Values.integer(error, "code"),
                    String.valueOf(error.get("codeName")),
                    String.valueOf(error.get("errmsg")));
        }
        batch.clear();
    }
}
