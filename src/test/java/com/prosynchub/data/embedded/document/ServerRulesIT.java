package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.Filters;
import com.prosynchub.fixture.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets in, what is refused, and what else a driver relies on. */
class ServerRulesIT {
    private final TestDocuments documents = new TestDocuments();

    @AfterEach
    void stop() {
        documents.close();
    }

    private MongoCollection<Document> things() {
        return documents.db().getCollection("things");
    }

    @Test
    void nobodyGetsInWithoutTheClientKey() throws IOException {
        assertThatThrownBy(
                        () -> ping("mongodb://127.0.0.1:" + documents.server().port()))
                .isInstanceOf(MongoException.class);
        Path strange = Files.createTempDirectory("strange-keys");
        KeyMaterial.openOrCreate(strange);
        try (MongoClient client = TestDocuments.connect(documents.server().port(), strange)) {
            assertThatThrownBy(() -> client.getDatabase("x")
                            .withTimeout(2, java.util.concurrent.TimeUnit.SECONDS)
                            .runCommand(new Document("ping", 1)))
                    .isInstanceOf(MongoException.class);
        }
        assertThat(documents.db().runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
    }

    private static void ping(String uri) {
        try (MongoClient client = MongoClients.create(uri + "/?serverSelectionTimeoutMS=2000")) {
            client.getDatabase("x").runCommand(new Document("ping", 1));
        }
    }

    @Test
    void theKeysAreTheOwnersAloneAndTheServerListensOnLoopbackOnly() throws IOException {
        Path folder = documents.keys().resolve("document-server");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(5).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        assertThatThrownBy(() -> new java.net.Socket(other, documents.server().port()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aSecondServerAndAnOlderServerAreKeptOut() {
        TestPostgres.execute(documents.database(), "INSERT INTO docstore.version (version) VALUES (99)");
        documents.server().close();
        assertThatThrownBy(() -> DocumentServer.start(documents.config())).hasMessageContaining("newer version");
        TestPostgres.execute(documents.database(), "DELETE FROM docstore.version WHERE version = 99");
        try (DocumentServer first = DocumentServer.start(documents.config())) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> DocumentServer.start(documents.config()))
                    .hasMessageContaining("Another document server");
        }
    }

    @Test
    void whatIsNotSupportedAnswersWithAnError() {
        things().insertOne(new Document("a", 1));
        assertCode(59, () -> documents.db().runCommand(new Document("unheardOf", 1)));
        assertCode(40324, () -> aggregate("{$unheardOf: 1}"));
        assertCode(40324, () -> aggregate("{$merge: 'x'}"));
        assertCode(168, () -> aggregate("{$project: {x: {$unheardOf: 1}}}"));
        assertCode(15952, () -> aggregate("{$group: {_id: 1, x: {$unheardOf: 1}}}"));
        assertCode(
                2, () -> things().find(Document.parse("{a: {$unheardOf: 1}}")).first());
        assertCode(2, () -> things().find(Document.parse("{$text: {$search: 'x'}}"))
                .first());
        assertCode(2, () -> things().find()
                .collation(Collation.builder().locale("de").build())
                .first());
        assertCode(40573, () -> things().watch().iterator());
        assertCode(72, () -> documents.db().runCommand(Document.parse("{create: 'c', capped: true, size: 1000}")));
        assertCode(72, () -> documents.db().runCommand(Document.parse("{create: 'v', viewOn: 'things'}")));
        assertCode(20, () -> documents
                .db()
                .runCommand(Document.parse(
                        "{insert: 'things', documents: [{a: 1}], startTransaction: true, autocommit: false}")));
        assertCode(73, () -> documents.db().getCollection("bad$name").insertOne(new Document()));
        assertCode(115, () -> things().updateOne(Filters.eq("a", 1), List.of(Document.parse("{$set: {b: 1}}"))));
        assertThat(things().countDocuments()).isEqualTo(1);
    }

    private void aggregate(String stage) {
        things().aggregate(List.of(Document.parse(stage))).first();
    }

    private static void assertCode(int code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode())
                .as(e.getMessage())
                .isEqualTo(code));
    }

    @Test
    void gridFsKeepsALargeFile() {
        byte[] content = new byte[20 * 1024 * 1024];
        new Random(3).nextBytes(content);
        GridFSBucket bucket = GridFSBuckets.create(documents.db(), "files");
        ObjectId id = bucket.uploadFromStream("manual.pdf", new ByteArrayInputStream(content));
        documents.restart();

        ByteArrayOutputStream read = new ByteArrayOutputStream();
        GridFSBuckets.create(documents.db(), "files").downloadToStream(id, read);

        assertThat(read.toByteArray()).isEqualTo(content);
        assertThat(documents.db().getCollection("files.chunks").listIndexes().map(d -> d.get("key")))
                .contains(new Document("files_id", 1).append("n", 1));
    }

    @Test
    void aggregationTruncatesDatesGroupsAndSorts() {
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            batch.add(new Document("at", new Date(1_700_000_000_000L + i * 60_000L))
                    .append("v", i)
                    .append("k", i % 3));
        }
        things().insertMany(batch);
        List<Document> hours = things().aggregate(List.of(
                        Aggregates.match(Filters.lt("k", 2)),
                        Document.parse("{$group: {_id: {h: {$dateTrunc: {date: '$at', unit: 'hour', timezone:"
                                + " 'Europe/Berlin'}}, k: '$k'}, n: {$sum: 1}, top: {$max: '$v'}}}"),
                        Document.parse("{$sort: {'_id.h': -1, '_id.k': 1}}"),
                        Document.parse("{$set: {day: {$dateTrunc: {date: '$_id.h', unit: 'day'}}}}")))
                .into(new ArrayList<>());

        assertThat(hours).hasSize(10);
        assertThat(hours.stream().mapToInt(d -> d.getInteger("n")).sum()).isEqualTo(160);
        assertThat(hours).allSatisfy(d -> {
            assertThat(d.get("_id", Document.class).getDate("h").getTime() % 3_600_000)
                    .isZero();
            assertThat(d.getDate("day").getTime() % 86_400_000).isZero();
            assertThat(d.keySet()).containsExactly("_id", "n", "top", "day");
        });
        assertThat(things().aggregate(List.of(Document.parse(
                        "{$match: {$expr: {$eq: [{$dateTrunc: {date: '$at', unit: 'minute'}}, '$at']}}}"))))
                .isEmpty();
    }

    @Test
    void collectionsAndDatabasesAreListedRenamedAndDropped() {
        things().insertOne(new Document("a", 1));
        things().createIndex(new Document("a", 1));
        documents.db().getCollection("other").insertOne(new Document());
        things().renameCollection(new com.mongodb.MongoNamespace("prosynchub.renamed"));

        assertThat(documents.db().listCollectionNames()).containsExactlyInAnyOrder("other", "renamed");
        assertThat(documents.client().listDatabaseNames()).containsExactly("prosynchub");
        assertThat(documents.db().getCollection("renamed").find(Filters.eq("a", 1)))
                .hasSize(1);
        assertThat(documents.db().getCollection("renamed").distinct("a", Integer.class))
                .containsExactly(1);
        documents.db().getCollection("other").drop();
        assertThat(documents.db().listCollectionNames()).containsExactly("renamed");
        documents.db().drop();
        assertThat(documents.client().listDatabaseNames()).isEmpty();
    }

    @Test
    void parallelWritersLoseNothing() throws Exception {
        things().createIndex(new Document("k", 1), new com.mongodb.client.model.IndexOptions().unique(true));
        things().insertOne(new Document("_id", "counter").append("k", -1).append("n", 0));
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            writers.add(() -> {
                int mine = 0;
                for (int i = 0; i < 100; i++) {
                    things().updateOne(Filters.eq("_id", "counter"), new Document("$inc", new Document("n", 1)));
                    try {
                        things().insertOne(new Document("k", i));
                        mine++;
                    } catch (com.mongodb.MongoWriteException e) {
                        assertThat(e.getError().getCode()).isEqualTo(11000);
                    }
                }
                return mine;
            });
        }
        int inserted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Integer> each : threads.invokeAll(writers)) {
                inserted += each.get();
            }
        }
        assertThat(inserted).isEqualTo(100);
        assertThat(things().countDocuments()).isEqualTo(101);
        assertThat(things().find(Filters.eq("_id", "counter")).first()).containsEntry("n", 600);
    }
}
