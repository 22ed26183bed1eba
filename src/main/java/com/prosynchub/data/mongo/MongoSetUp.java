package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ValidationAction;
import com.mongodb.client.model.ValidationLevel;
import com.mongodb.client.model.ValidationOptions;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.RollupMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Creates and upgrades collections, validators and indexes from their definitions. Drops nothing: an index whose
 * definition changed gets a new name in the file. For one thread; two at once do no harm.
 */
final class MongoSetUp {
    private static final int NAMESPACE_EXISTS = 48;

    /** Milliseconds before 1970 that nothing was measured before, and as far ahead; whole slots. */
    private static final long EVER = -300_000L * 365 * 86_400_000;

    private final MongoDatabase database;

    MongoSetUp(MongoDatabase database) {
        this.database = database;
    }

    void run() {
        Map<String, Integer> versions = versions();
        List<Definition> definitions = Definition.all();
        definitions.forEach(d -> refuseNewer(d, versions.getOrDefault(d.collection(), 0)));
        Set<String> existing = database.listCollectionNames().into(new HashSet<>());
        for (Definition definition : definitions) {
            if (!existing.contains(definition.collection())) {
                create(definition);
            } else if (versions.getOrDefault(definition.collection(), 0) < definition.version()) {
                validate(definition);
            }
            indexes(definition);
            if (definition.collection().equals(Name.ASSET_METRIC_ROLLUP_MARKS.text())
                    && !versions.containsKey(definition.collection())) {
                markEverything();
            }
            remember(definition);
        }
    }

    /** Versions that were set up, by collection. */
    Map<String, Integer> versions() {
        Map<String, Integer> versions = new HashMap<>();
        for (Document row : database.getCollection(Name.VERSIONS).find()) {
            versions.put(row.getString("_id"), row.getInteger("version", 0));
        }
        return versions;
    }

    /** What differs from the definitions, a sentence each. */
    static List<String> problems(Map<String, Integer> versions) {
        List<String> problems = new ArrayList<>();
        for (Definition d : Definition.all()) {
            int there = versions.getOrDefault(d.collection(), 0);
            if (there == 0) {
                problems.add("The collection " + d.collection() + " is not set up.");
            } else if (there < d.version()) {
                problems.add("The collection " + d.collection() + " is at version " + there + " and needs version "
                        + d.version() + ": run the set-up.");
            } else if (there > d.version()) {
                problems.add(newer(d, there));
            }
        }
        return problems;
    }

    private static void refuseNewer(Definition definition, int there) {
        if (there > definition.version()) {
            throw new FailureException(new Failure.Unavailable(Failure.Store.DOCUMENT, newer(definition, there)));
        }
    }

    private static String newer(Definition d, int there) {
        return "The collection " + d.collection() + " is at version " + there
                + ", newer than this program, which knows " + d.version() + ": update the program.";
    }

    private void create(Definition definition) {
        ValidationOptions validation = new ValidationOptions()
                .validator(definition.validator())
                .validationLevel(ValidationLevel.fromString(definition.level()))
                .validationAction(ValidationAction.fromString(definition.action()));
        try {
            database.createCollection(
                    definition.collection(), new CreateCollectionOptions().validationOptions(validation));
        } catch (MongoCommandException thrown) {
            if (thrown.getErrorCode() != NAMESPACE_EXISTS) {
                throw thrown;
            }
            validate(definition); // another set-up was faster
        }
    }

    private void validate(Definition definition) {
        database.runCommand(new Document("collMod", definition.collection())
                .append("validator", definition.validator())
                .append("validationLevel", definition.level())
                .append("validationAction", definition.action()));
    }

    private void indexes(Definition definition) {
        MongoCollection<Document> collection = database.getCollection(definition.collection());
        for (Definition.Index index : definition.indexes()) {
            collection.createIndex(
                    index.key(), new IndexOptions().name(index.name()).unique(index.unique()));
        }
    }

    /** History that was there before it was summed up is not summed up yet. */
    private void markEverything() {
        Document mark = new Document("_id", new ObjectId())
                .append("asset_id", RollupMark.EVERY_ASSET)
                .append("from", new Date(EVER))
                .append("to", new Date(-EVER))
                .append("reason", RollupMark.Reason.HISTORY.name())
                .append("created_at", Date.from(Instant.now()));
        database.getCollection(Name.ASSET_METRIC_ROLLUP_MARKS.text()).insertOne(mark);
    }

    private void remember(Definition definition) {
        MongoCollection<Document> versions = database.getCollection(Name.VERSIONS);
        Document there = versions.find(eq("_id", definition.collection())).first();
        if (there == null || there.getInteger("version", 0) != definition.version()) {
            versions.replaceOne(
                    eq("_id", definition.collection()),
                    new Document("_id", definition.collection())
                            .append("version", definition.version())
                            .append("applied_at", Date.from(Instant.now())),
                    new ReplaceOptions().upsert(true));
        }
    }
}
