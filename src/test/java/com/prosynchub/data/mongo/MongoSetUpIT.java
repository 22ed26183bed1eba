package com.prosynchub.data.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Set-up and upgrade, and the validators as the server enforces them behind our backs. */
class MongoSetUpIT {
    private final MongoStore.Config config = TestDocuments.shared().config(TestDocuments.newDatabaseName());
    private DocumentStore store;
    private MongoClient client;
    private MongoDatabase raw;

    @BeforeEach
    void open() {
        store = MongoStore.open(config);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(config.uri()))
                .applyToSslSettings(s -> s.enabled(true).context(config.sslContext()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        raw = client.getDatabase(config.database());
    }

    @AfterEach
    void close() {
        store.close();
        client.close();
    }

    @Test
    void beforeTheSetUpTheStatusSaysWhatIsMissing() {
        assertThat(store.status().problems()).hasSize(8).contains("The collection auditLogs is not set up.");
        assertThat(store.status().schemaVersion()).isNull();
    }

    @Test
    void collectionsValidatorsAndIndexesAreThoseOfTheDefinitions() {
        store.setUp();
        store.setUp();
        for (Definition d : Definition.all()) {
            Document options = raw.listCollections()
                    .filter(new Document("name", d.collection()))
                    .first()
                    .get("options", Document.class);
            assertThat(options.get("validator", Document.class)).isEqualTo(d.validator());
            assertThat(options.getString("validationLevel")).isIn("strict", null);
            Map<String, Document> indexes = indexes(d.collection());
            assertThat(indexes).hasSize(d.indexes().size() + 1);
            for (Definition.Index index : d.indexes()) {
                Document there = indexes.get(index.name());
                assertThat(there).as(index.name()).isNotNull();
                assertThat(List.copyOf(there.get("key", Document.class).keySet()))
                        .isEqualTo(List.copyOf(index.key().keySet()));
                assertThat(there.getBoolean("unique", false)).isEqualTo(index.unique());
            }
        }
    }

    @Test
    void twoSetUpsAtOnceDoNoHarm() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2);
                DocumentStore other = MongoStore.open(config)) {
            Future<?> one = pool.submit(store::setUp);
            Future<?> two = pool.submit(other::setUp);
            one.get();
            two.get();
        }
        assertThat(store.status().problems()).isEmpty();
    }

    @Test
    void anOlderDatabaseIsUpgradedAndKeepsWhatItHas() {
        raw.createCollection("auditLogs");
        raw.getCollection("auditLogs").insertOne(new Document("kept", true));
        raw.getCollection("somethingElse").insertOne(new Document("kept", true));
        raw.getCollection(Name.VERSIONS).insertOne(new Document("_id", "auditLogs").append("version", 0));
        store.setUp();
        assertThat(raw.getCollection("auditLogs").countDocuments()).isEqualTo(1);
        assertThat(raw.getCollection("somethingElse").countDocuments()).isEqualTo(1);
        assertThatThrownBy(() -> raw.getCollection("auditLogs").insertOne(new Document("x", 1)))
                .isInstanceOf(MongoWriteException.class);
        assertThat(store.status().problems()).isEmpty();
    }

    @Test
    void aNewerDatabaseIsLeftAloneAndSaid() {
        store.setUp();
        raw.getCollection(Name.VERSIONS)
                .updateOne(new Document("_id", "notifications"), new Document("$set", new Document("version", 99)));
        assertThat(store.status().problems()).singleElement().asString().contains("newer than this program");
        assertThatThrownBy(store::setUp).isInstanceOf(FailureException.class).hasMessageContaining("newer");
    }

    @Test
    void theServerRefusesWhatWeWouldNotSendAndTheFieldComesThrough() {
        store.setUp();
        for (Wrong wrong : wrongs()) {
            MongoException thrown = null;
            try {
                raw.getCollection(wrong.collection).insertOne(wrong.document);
            } catch (MongoException refused) {
                thrown = refused;
            }
            assertThat(thrown).as("%s %s", wrong.collection, wrong.field).isNotNull();
            assertThat(Calls.failureOf(thrown))
                    .as("%s %s", wrong.collection, wrong.field)
                    .isInstanceOfSatisfying(Failure.Invalid.class, invalid -> assertThat(invalid.violations())
                            .extracting(Failure.Violation::field)
                            .containsExactly(wrong.field));
        }
        Map<String, Long> counts = store.counts();
        assertThat(counts.remove("assetMetricRollupMarks"))
                .as("that nothing is summed up yet")
                .isEqualTo(1);
        assertThat(counts.values()).allMatch(n -> n == 0);
    }

    private record Wrong(String collection, String field, Document document) {}

    private static List<Wrong> wrongs() {
        List<Wrong> wrongs = new ArrayList<>();
        add(wrongs, sample(), "assetMetricsHistory", "assetId", "asset_id", "text");
        add(wrongs, sample(), "assetMetricsHistory", "timestamp", "timestamp", "2026-01-01");
        add(wrongs, sample(), "assetMetricsHistory", "metrics", "metrics", new Document());
        add(wrongs, sample(), "assetMetricsHistory", "metrics.t", "metrics", new Document("t", "warm"));
        add(wrongs, sample(), "assetMetricsHistory", "unit", "unit", "°C");
        add(wrongs, audit(), "auditLogs", "action", "action", "EAT");
        add(wrongs, audit(), "auditLogs", "outboxSeq", "outbox_seq", 0L);
        add(wrongs, prediction(1, 2), "predictiveMaintenanceResults", "modelVersion", "model_version", 7);
        wrongs.add(new Wrong("predictiveMaintenanceResults", "", prediction(2, 1)));
        Document noUser = notification();
        noUser.remove("user_id");
        wrongs.add(new Wrong("notifications", "userId", noUser));
        add(wrongs, notification(), "notifications", "type", "type", "SHOUT");
        return wrongs;
    }

    private static void add(
            List<Wrong> wrongs, Document right, String collection, String field, String key, Object value) {
        wrongs.add(new Wrong(collection, field, right.append(key, value)));
    }

    private static Document sample() {
        return new Document("_id", new ObjectId())
                .append("asset_id", UUID.randomUUID())
                .append("timestamp", Date.from(Instant.now()))
                .append("metrics", new Document("t", 1.5))
                .append("created_at", Date.from(Instant.now()));
    }

    private static Document notification() {
        return new Document("_id", new ObjectId())
                .append("user_id", UUID.randomUUID())
                .append("title", "t")
                .append("message", "m")
                .append("type", "INFO")
                .append("is_read", false)
                .append("is_dismissed", false)
                .append("created_at", Date.from(Instant.now()));
    }

    private static Document audit() {
        return new Document("_id", new ObjectId())
                .append("event_id", UUID.randomUUID())
                .append("outbox_seq", 1L)
                .append("action", "CREATE")
                .append("entity_type", "ASSET")
                .append("previous_state", new Document())
                .append("new_state", new Document())
                .append("timestamp", Date.from(Instant.now()));
    }

    private static Document prediction(double lower, double upper) {
        return new Document("_id", new ObjectId())
                .append("asset_id", UUID.randomUUID())
                .append("prediction_type", "FAILURE_PREDICTION")
                .append(
                        "prediction_result",
                        new Document("prediction", 1.0)
                                .append("confidence_interval", new Document("lower", lower).append("upper", upper)))
                .append("input_features", new Document())
                .append("model_version", "1")
                .append("created_at", Date.from(Instant.now()));
    }

    private Map<String, Document> indexes(String collection) {
        Map<String, Document> indexes = new HashMap<>();
        raw.getCollection(collection).listIndexes().forEach(i -> indexes.put(i.getString("name"), i));
        return indexes;
    }
}
