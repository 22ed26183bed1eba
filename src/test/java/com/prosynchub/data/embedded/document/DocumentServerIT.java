package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.CodeWithScope;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.bson.types.Symbol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Documents through the real driver: stored, found, changed, and still there after a restart. */
class DocumentServerIT {
    private final TestDocuments documents = new TestDocuments();

    @AfterEach
    void stop() {
        documents.close();
    }

    private MongoCollection<Document> things() {
        return documents.db().getCollection("things");
    }

    static Document everyType() {
        return new Document("_id", new ObjectId())
                .append("double", -0.0)
                .append("nan", Double.NaN)
                .append("string", "zero \0 inside, umlaut ä, 𝄞")
                .append("object", new Document("a", 1).append("b", new Document()))
                .append("array", List.of(1, "two", List.of(), new Document("x", null)))
                .append("binary", new Binary("bytes".getBytes(StandardCharsets.UTF_8)))
                .append("user binary", new Binary((byte) 0x80, new byte[] {1, 2}))
                .append("uuid", UUID.randomUUID())
                .append("undefined", new BsonUndefined())
                .append("true", true)
                .append("date", new Date(-1))
                .append("far date", new Date(Long.MAX_VALUE))
                .append("null", null)
                .append("regex", java.util.regex.Pattern.compile("^a.b"))
                .append("code", new Code("f()"))
                .append("symbol", new Symbol("s"))
                .append("scope", new CodeWithScope("g()", new Document("y", 2)))
                .append("int", Integer.MIN_VALUE)
                .append("timestamp", new BsonTimestamp(7, 8))
                .append("long", Long.MAX_VALUE)
                .append("decimal", Decimal128.parse("1.10E-6000"))
                .append("negative zero", Decimal128.NEGATIVE_ZERO)
                .append("min", new MinKey())
                .append("max", new MaxKey());
    }

    @Test
    void everyTypeComesBackAsItWent() {
        Document document = everyType();
        things().insertOne(document);

        BsonDocument found = documents
                .db()
                .getCollection("things", BsonDocument.class)
                .find(Filters.eq(document.get("_id")))
                .first();

        BsonDocument sent = document.toBsonDocument(
                BsonDocument.class,
                CodecRegistries.withUuidRepresentation(
                        MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD));
        assertThat(found).isNotNull();
        assertThat(found.getBinary("uuid").getType()).isEqualTo((byte) 4);
        assertThat(found).isEqualTo(sent);
    }

    @Test
    void documentsIndexesAndOptionsSurviveARestart() {
        things().insertMany(numbers(1_500));
        things().createIndex(new Document("n", -1));
        documents.restart();

        assertThat(things().countDocuments()).isEqualTo(1_500);
        assertThat(things().find(Filters.eq("n", 700)).first()).containsEntry("_id", 700);
        assertThat(things().listIndexes().map(index -> index.getString("name"))).containsExactly("_id_", "n_-1");
        things().insertOne(new Document("_id", 2_000).append("n", 2_000));
        assertThat(things().find().map(document -> document.getInteger("_id")))
                .hasSize(1_501)
                .endsWith(1_499, 2_000);
    }

    private static List<Document> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Document("_id", i).append("n", i))
                .toList();
    }

    @Test
    void resultsComeInBatches() {
        things().insertMany(numbers(5_000));

        List<Integer> found = things().find()
                .batchSize(300)
                .map(document -> document.getInteger("n"))
                .into(new ArrayList<>());

        assertThat(found).hasSize(5_000).isSorted();
        assertThat(things().find().sort(Sorts.descending("n")).skip(10).limit(3).map(d -> d.getInteger("n")))
                .containsExactly(4_989, 4_988, 4_987);
        assertThat(things().find().sort(Sorts.descending("$natural")).limit(2).map(d -> d.getInteger("n")))
                .containsExactly(4_999, 4_998);
    }

    @Test
    void updatesChangeWhatTheyName() {
        things().insertMany(numbers(10));

        assertThat(things().updateMany(Filters.gte("n", 5), Updates.inc("n", 100))
                        .getModifiedCount())
                .isEqualTo(5);
        assertThat(things().updateOne(Filters.eq("_id", 1), Updates.set("a.b", List.of(1, 2, 3)))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(things().replaceOne(Filters.eq("_id", 2), new Document("new", true))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(things().updateOne(
                                Filters.eq("_id", 77),
                                Updates.setOnInsert("made", true),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId())
                .isNotNull();
        Document after = things().findOneAndUpdate(
                        Filters.eq("_id", 3),
                        Updates.inc("n", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        UpdateOptions filters = new UpdateOptions().arrayFilters(List.of(Filters.gte("e", 2)));
        things().updateOne(Filters.eq("_id", 1), Updates.set("a.b.$[e]", 0), filters);

        assertThat(after).containsEntry("n", 4);
        assertThat(things().find(Filters.eq("_id", 2)).first()).isEqualTo(new Document("_id", 2).append("new", true));
        assertThat(things().find(Filters.eq("_id", 77)).first()).containsEntry("made", true);
        assertThat(things().find(Filters.eq("_id", 1)).first()).containsEntry("a", new Document("b", List.of(1, 0, 0)));
        assertThat(things().countDocuments(Filters.gte("n", 100))).isEqualTo(5);
        assertThat(things().deleteMany(Filters.gte("n", 100)).getDeletedCount()).isEqualTo(5);
        assertThat(things().findOneAndDelete(Filters.eq("_id", 77))).containsEntry("made", true);
        assertThat(things().countDocuments()).isEqualTo(5);
    }

    @Test
    void aReplacementWithUpsertIsMadeOnce() {
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        for (int i = 0; i < 3; i++) {
            things().replaceOne(Filters.eq("_id", "same"), new Document("n", i), upsert);
        }
        assertThat(things().find()).containsExactly(new Document("_id", "same").append("n", 2));
    }

    @Test
    void aDuplicateIdIsRefused() {
        things().insertOne(new Document("_id", 1));

        assertThatThrownBy(() -> things().insertOne(new Document("_id", 1L)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11000))
                .hasMessageContaining("_id_ dup key");
    }
}
