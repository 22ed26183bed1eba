package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Validators stop what doesn't fit, on every way into a collection, and say why. */
class ValidationIT {
    private final TestDocuments documents = new TestDocuments();

    @BeforeEach
    void make() {
        Document schema = Document.parse("""
            {bsonType: "object", required: ["name", "speed"], additionalProperties: false,
             properties: {_id: {}, name: {bsonType: "string", minLength: 2},
               speed: {bsonType: ["int", "double"], minimum: 0, maximum: 100},
               kind: {enum: ["PUMP", "MOTOR"]}}}\
            """);
        documents
                .db()
                .createCollection(
                        "machines",
                        new CreateCollectionOptions()
                                .validationOptions(
                                        new ValidationOptions().validator(new Document("$jsonSchema", schema))));
    }

    @AfterEach
    void stop() {
        documents.close();
    }

    private MongoCollection<Document> machines() {
        return documents.db().getCollection("machines");
    }

    private static Document machine(Object id, Object speed) {
        return new Document("_id", id).append("name", "P-1").append("speed", speed);
    }

    @Test
    void anInsertThatDoesNotFitIsRefusedAndNamesTheProperty() {
        machines().insertOne(machine(1, 5));

        MongoWriteException e =
                catchThrowableOfType(MongoWriteException.class, () -> machines().insertOne(machine(2, 101)));

        assertThat(e.getError().getCode()).isEqualTo(121);
        assertThat(e.getError().getDetails().toJson())
                .contains("\"operatorName\": \"$jsonSchema\"", "\"propertyName\": \"speed\"", "maximum", "101");
        assertThat(machines().countDocuments()).isEqualTo(1);
    }

    @Test
    void inAnUnorderedBatchTheOthersGoIn() {
        MongoBulkWriteException e = catchThrowableOfType(MongoBulkWriteException.class, () -> machines()
                .insertMany(
                        List.of(machine(1, 1), machine(2, "fast"), machine(3, 3), machine(1, 4)),
                        new InsertManyOptions().ordered(false)));

        assertThat(e.getWriteErrors()).extracting(error -> error.getIndex()).containsExactly(1, 3);
        assertThat(e.getWriteErrors()).extracting(error -> error.getCode()).containsExactly(121, 11000);
        assertThat(machines().find().map(d -> d.getInteger("_id"))).containsExactly(1, 3);
    }

    @Test
    void updatesReplacementsAndUpsertsAreCheckedToo() {
        machines().insertOne(machine(1, 5));

        assertRefused(() -> machines().updateOne(Filters.eq("_id", 1), Updates.inc("speed", 200)));
        assertRefused(() -> machines().updateOne(Filters.eq("_id", 1), Updates.set("colour", "red")));
        assertRefused(() -> machines().replaceOne(Filters.eq("_id", 1), new Document("name", "P-2")));
        assertRefused(() -> machines()
                .updateOne(Filters.eq("_id", 9), Updates.set("name", "X-9"), new UpdateOptions().upsert(true)));
        assertRefused(() -> machines()
                .replaceOne(Filters.eq("_id", 9), new Document("name", "X"), new ReplaceOptions().upsert(true)));
        assertThatThrownBy(() -> machines().findOneAndUpdate(Filters.eq("_id", 1), Updates.unset("name")))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(121));
        assertThat(machines().find()).containsExactly(machine(1, 5));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MongoWriteException.class, e -> assertThat(
                        e.getError().getCode())
                .isEqualTo(121));
    }

    @Test
    void theRuleCanBeChangedAndSurvivesARestart() {
        Document expression = Document.parse("{$expr: {$lt: ['$low', '$high']}, kind: 'RANGE'}");
        documents.db().runCommand(new Document("collMod", "machines").append("validator", expression));
        documents.restart();

        machines().insertOne(Document.parse("{_id: 1, low: 1, high: 2, kind: 'RANGE'}"));
        assertRefused(() -> machines().insertOne(Document.parse("{_id: 2, low: 2, high: 1, kind: 'RANGE'}")));
        assertRefused(() -> machines().insertOne(Document.parse("{_id: 2, low: 1, high: 2}")));
        assertThat(documents.db().listCollections().first().toJson()).contains("\"$expr\"");
    }

    @Test
    void aWrongSchemaIsRefusedWhenItIsGiven() {
        assertCode(9, "{$jsonSchema: {bsonTyp: 'object'}}");
        assertCode(9, "{$jsonSchema: {properties: {a: {$ref: '#'}}}}");
        assertCode(2, "{$jsonSchema: {bsonType: 'integer'}}");
        assertCode(14, "{$jsonSchema: {required: 'name'}}");
        assertCode(2, "{a: {$unheardOf: 1}}");
    }

    private void assertCode(int code, String validator) {
        assertThatThrownBy(() -> documents
                        .db()
                        .runCommand(new Document("create", "other").append("validator", Document.parse(validator))))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(code));
    }
}
