package com.prosynchub.data.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Answers as MongoDB 5 and later give them with error 121. */
class RefusedFieldTest {
    @Test
    void namesAPropertyThatBreaksARule() {
        assertThat(RefusedField.of(info("""
            {"operatorName": "$jsonSchema", "schemaRulesNotSatisfied": [
              {"operatorName": "properties", "propertiesNotSatisfied": [
                {"propertyName": "outbox_seq", "details": [
                  {"operatorName": "minimum", "specifiedAs": {"minimum": 1}, "reason": "comparison failed",
                   "consideredValue": 0}]}]}]}\
            """))).isEqualTo(Failure.Invalid.of("outboxSeq", "range"));
    }

    @Test
    void namesANestedProperty() {
        assertThat(RefusedField.of(info("""
            {"operatorName": "$and", "clausesNotSatisfied": [{"index": 0, "details":
              {"operatorName": "$jsonSchema", "schemaRulesNotSatisfied": [
                {"operatorName": "properties", "propertiesNotSatisfied": [
                  {"propertyName": "prediction_result", "details": [
                    {"operatorName": "properties", "propertiesNotSatisfied": [
                      {"propertyName": "probability", "details": [
                        {"operatorName": "bsonType", "specifiedAs": {"bsonType": "double"}}]}]}]}]}]}}]}\
            """))).isEqualTo(Failure.Invalid.of("predictionResult.probability", "type"));
    }

    @Test
    void namesAMissingAndAnUnknownField() {
        assertThat(RefusedField.of(info("""
            {"operatorName": "$jsonSchema", "schemaRulesNotSatisfied": [
              {"operatorName": "required", "specifiedAs": {"required": ["asset_id"]},
               "missingProperties": ["asset_id"]}]}\
            """))).isEqualTo(Failure.Invalid.of("assetId", "required"));
        assertThat(RefusedField.of(info("""
            {"operatorName": "$jsonSchema", "schemaRulesNotSatisfied": [
              {"operatorName": "additionalProperties", "specifiedAs": {"additionalProperties": false},
               "additionalProperties": ["extra_field"]}]}\
            """))).isEqualTo(Failure.Invalid.of("extraField", "unknown"));
    }

    @Test
    void anAnswerWithoutDetailsIsStillARefusal() {
        assertThat(RefusedField.of(new BsonDocument())).isEqualTo(Failure.Invalid.of("", "document"));
    }

    private static BsonDocument info(String details) {
        return BsonDocument.parse("{\"failingDocumentId\": 1, \"details\": " + details + "}");
    }
}
