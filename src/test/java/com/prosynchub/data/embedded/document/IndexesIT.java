package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Indexes give the same answers as reading everything, only that they read less. */
class IndexesIT {
    private final TestDocuments documents = new TestDocuments();
    private final Random random = new Random(11);

    @AfterEach
    void stop() {
        documents.close();
    }

    private MongoCollection<Document> things() {
        return documents.db().getCollection("things");
    }

    private Object value() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> random.nextInt(6) + 0.5;
            case 2 -> "t" + random.nextInt(4);
            case 3 -> new Date(random.nextInt(5));
            case 4 -> List.of(random.nextInt(6), random.nextInt(6));
            case 5 -> new Document("x", random.nextInt(4));
            case 6 -> (long) random.nextInt(6);
            default -> random.nextInt(6);
        };
    }

    private Bson condition(String field) {
        int n = random.nextInt(7);
        return switch (random.nextInt(10)) {
            case 0 -> Filters.eq(field, value());
            case 1 -> Filters.gt(field, n);
            case 2 -> Filters.and(Filters.gte(field, n - 3), Filters.lt(field, n));
            case 3 -> Filters.lte(field, n + 0.5);
            case 4 -> Filters.in(field, value(), value(), value());
            case 5 -> Filters.exists(field, random.nextBoolean());
            case 6 -> Filters.gte(field, "t1");
            case 7 -> Filters.ne(field, n);
            case 8 -> Filters.and(Filters.gt(field, new Date(1)), Filters.lte(field, new Date(3)));
            default -> Filters.eq(field, n);
        };
    }

    @Test
    void anIndexAnswersAsAScanDoes() {
        MongoCollection<Document> plain = documents.db().getCollection("plain");
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            Document document = new Document("_id", i);
            for (String field : List.of("a", "b")) {
                Object value = field.equals("b") && document.get("a") instanceof List ? (Object) 1 : value();
                if (random.nextInt(10) > 0) {
                    document.append(field, value);
                }
            }
            all.add(document.append("c", random.nextInt(4)));
        }
        things().insertMany(all);
        plain.insertMany(all);
        things().createIndex(new Document("a", 1).append("c", -1));
        things().createIndex(new Document("b", -1));
        things().createIndex(new Document("c", -1).append("a", 1).append("b", 1));
        things().createIndex(new Document("b", 1), new IndexOptions().sparse(true));

        for (int round = 0; round < 400; round++) {
            List<Bson> parts = new ArrayList<>();
            parts.add(condition(random.nextBoolean() ? "a" : "b"));
            if (random.nextBoolean()) {
                parts.add(Filters.eq("c", random.nextInt(4)));
            }
            Bson filter = Filters.and(parts);
            String field = List.of("a", "b", "c").get(random.nextInt(3));
            Bson sort = Sorts.orderBy(
                    random.nextBoolean() ? Sorts.ascending(field) : Sorts.descending(field), Sorts.ascending("_id"));

            assertThat(things().find(filter).sort(sort))
                    .as("%s by %s", filter, sort)
                    .containsExactlyElementsOf(plain.find(filter).sort(sort));
            assertThat(things().countDocuments(filter)).isEqualTo(plain.countDocuments(filter));
        }
    }

    private Document stats(FindIterable<Document> find) {
        return find.explain();
    }

    private void history() {
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            batch.add(new Document("_id", i).append("asset", i % 20).append("at", new Date(i / 20 * 1_000L)));
        }
        things().insertMany(batch);
        things().createIndex(new Document("asset", 1).append("at", 1));
    }

    @Test
    void aRangeOfOneAssetReadsOnlyThatRange() {
        history();
        Bson range = Filters.and(
                Filters.eq("asset", 7), Filters.gte("at", new Date(100_000)), Filters.lt("at", new Date(900_000)));

        Document forward =
                stats(things().find(range).sort(Sorts.ascending("at")).limit(50));
        Document backward =
                stats(things().find(range).sort(Sorts.descending("at")).limit(50));

        for (Document stats : List.of(forward, backward)) {
            assertThat(stats.get("executionStats", Document.class))
                    .containsEntry("nReturned", 50L)
                    .containsEntry("totalKeysExamined", 50L);
            assertThat(stats.get("queryPlanner", Document.class).get("winningPlan", Document.class))
                    .containsEntry("stage", "IXSCAN")
                    .containsEntry("indexName", "asset_1_at_1");
        }
        assertThat(things().find(range).sort(Sorts.descending("at")).limit(2).map(d -> d.getDate("at")))
                .containsExactly(new Date(899_000), new Date(898_000));
        assertThat(things().countDocuments(range)).isEqualTo(800);
    }

    @Test
    void aListOfValuesIsLookedUpAndNotScannedFor() {
        history();
        for (Bson several : List.of(
                Filters.in("_id", 5, 17, 19_000),
                Filters.and(Filters.in("asset", 3, 4, 5), Filters.eq("at", new Date(7_000))))) {
            assertThat(stats(things().find(several)).get("executionStats", Document.class))
                    .containsEntry("nReturned", 3L)
                    .containsEntry("totalDocsExamined", 3L);
        }
    }

    @Test
    void changesReachTheIndex() {
        history();
        things().updateMany(Filters.eq("asset", 7), Updates.set("asset", 99));
        things().deleteMany(Filters.and(Filters.eq("asset", 99), Filters.gte("at", new Date(10_000))));
        things().updateOne(Filters.eq("_id", 0), Updates.set("asset", List.of(1, 2, 99)));

        assertThat(things().countDocuments(Filters.eq("asset", 7))).isZero();
        assertThat(things().find(Filters.eq("asset", 99)).map(d -> d.getInteger("_id")))
                .containsExactlyInAnyOrder(0, 7, 27, 47, 67, 87, 107, 127, 147, 167, 187);
        assertThat(documents.db().runCommand(new Document("validate", "things")))
                .containsEntry("valid", true);
    }

    @Test
    void aUniqueIndexKeepsDuplicatesOut() {
        things().createIndex(
                        new Document("asset", 1).append("at", 1),
                        new IndexOptions().unique(true).name("once"));
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            batch.add(new Document("_id", i).append("asset", 1).append("at", i / 2));
        }

        MongoBulkWriteException e = catchThrowableOfType(MongoBulkWriteException.class, () -> things().insertMany(
                        batch, new InsertManyOptions().ordered(false)));
        assertThat(e.getWriteErrors()).hasSize(50).allSatisfy(error -> {
            assertThat(error.getCode()).isEqualTo(11000);
            assertThat(error.getIndex() % 2).isEqualTo(1);
        });
        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(50);
        assertThatThrownBy(() -> things().insertMany(List.of(
                        new Document("_id", 200).append("asset", 2).append("at", 1),
                        new Document("_id", 201).append("asset", 1).append("at", 1),
                        new Document("_id", 202).append("asset", 2).append("at", 2))))
                .hasMessageContaining("index: once dup key: { asset: 1, at: 1 }");
        assertThat(things().countDocuments()).isEqualTo(51);
        assertThatThrownBy(() -> things().updateOne(Filters.eq("_id", 0), Updates.set("at", 1)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        x -> assertThat(x.getError().getCode()).isEqualTo(11000));
    }

    @Test
    void sparseAndPartialIndexesLeaveDocumentsOut() {
        things().createIndex(
                        new Document("serial", 1),
                        new IndexOptions().unique(true).sparse(true));
        things().createIndex(
                        new Document("code", 1),
                        new IndexOptions().unique(true).partialFilterExpression(Filters.eq("active", true)));
        things().insertMany(List.of(
                new Document("_id", 1),
                new Document("_id", 2),
                new Document("_id", 3).append("code", "A").append("active", false),
                new Document("_id", 4).append("code", "A").append("active", false),
                new Document("_id", 5)
                        .append("code", "A")
                        .append("active", true)
                        .append("serial", "s")));

        assertThatThrownBy(() -> things().insertOne(new Document("serial", "s")))
                .hasMessageContaining("serial_1");
        assertThatThrownBy(() -> things().insertOne(new Document("code", "A").append("active", true)))
                .hasMessageContaining("code_1");
        assertThat(things().find(Filters.eq("code", "A"))).hasSize(3);
        assertThat(things().find(Filters.eq("serial", null))).hasSize(4);
    }

    @Test
    void creatingAgainChangesNothingAndConflictsAreNamed() {
        things().insertMany(List.of(new Document("a", 1), new Document("a", 1)));
        things().createIndex(new Document("a", 1));
        things().createIndex(new Document("a", 1));
        assertThat(things().listIndexes()).hasSize(2);

        assertCode(85, () -> things().createIndex(new Document("a", 1), new IndexOptions().name("other")));
        assertCode(86, () -> things().createIndex(new Document("b", 1), new IndexOptions().name("a_1")));
        assertCode(11000, () -> things().createIndex(new Document("a", -1), new IndexOptions().unique(true)));
        assertCode(27, () -> things().dropIndex("nothing"));
        things().dropIndex(new Document("a", 1));
        assertThat(things().listIndexes()).hasSize(1);
    }

    private static void assertCode(int code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(com.mongodb.MongoException.class, e -> assertThat(e.getCode())
                .isEqualTo(code));
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        assertCode(67, () -> things().createIndex(new Document("a", "text")));
        assertCode(67, () -> things().createIndex(new Document("a", "2dsphere")));
        assertCode(67, () -> things().createIndex(new Document("a", "hashed")));
        assertCode(67, () -> things().createIndex(
                        new Document("a", 1), new IndexOptions().expireAfter(1L, java.util.concurrent.TimeUnit.DAYS)));
        assertThatThrownBy(() -> things().createIndex(new Document("a", 0))).isInstanceOf(MongoCommandException.class);
    }
}
