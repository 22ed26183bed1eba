package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each keyword of a schema, with a value that fits and one that doesn't. */
class JsonSchemaTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {bsonType: 'int'}                                       | 1                  | 1.5
        {bsonType: ['int', 'null']}                             | null               | 'x'
        {bsonType: 'number'}                                    | 1.5                | '1'
        {type: 'boolean'}                                       | true               | 0
        {enum: ['A', 2]}                                        | 2.0                | 'B'
        {minimum: 3}                                            | 3                  | 2
        {minimum: 3, exclusiveMinimum: true}                    | 3.1                | 3
        {maximum: 3}                                            | 3                  | 3.01
        {maximum: 3, exclusiveMaximum: true}                    | 2                  | 3
        {multipleOf: 0.1}                                       | 0.3                | 0.35
        {minLength: 2}                                          | 'ab'               | 'a'
        {maxLength: 2}                                          | 'ab'               | 'abc'
        {pattern: '^W-[0-9]+$'}                                 | 'W-12'             | 'X-12'
        {items: {bsonType: 'int'}}                              | [1, 2]             | [1, 'b']
        {items: [{bsonType: 'int'}], additionalItems: false}    | [1]                | [1, 2]
        {items: [{}], additionalItems: {minimum: 5}}            | [1, 5]             | [9, 4]
        {minItems: 1}                                           | [1]                | []
        {maxItems: 1}                                           | [1]                | [1, 2]
        {uniqueItems: true}                                     | [1, 2]             | [1, 1.0]
        {required: ['a', 'b']}                                  | {a: null, b: 1}    | {a: 1}
        {properties: {a: {bsonType: 'int'}}}                    | {b: 'x'}           | {a: 'x'}
        {properties: {a: {}}, additionalProperties: false}      | {a: 1}             | {b: 1}
        {additionalProperties: {bsonType: 'double'}}            | {a: 1.5}           | {a: 'x'}
        {patternProperties: {'^m_': {minimum: 0}}}              | {m_a: 0}           | {m_a: -1}
        {patternProperties: {'^m_': {}}, additionalProperties: false} | {m_a: 0}     | {a: 0}
        {minProperties: 1}                                      | {a: 1}             | {}
        {maxProperties: 1}                                      | {a: 1}             | {a: 1, b: 2}
        {dependencies: {a: ['b']}}                              | {a: 1, b: 1}       | {a: 1}
        {dependencies: {a: {required: ['c']}}}                  | {b: 1}             | {a: 1}
        {allOf: [{minimum: 1}, {maximum: 3}]}                   | 2                  | 4
        {anyOf: [{bsonType: 'int'}, {minLength: 3}]}            | 'abc'              | 'ab'
        {oneOf: [{minimum: 5}, {maximum: 7}]}                   | 8                  | 6
        {not: {bsonType: 'string'}}                             | 1                  | 'x'
        """)
    void keyword(String schema, String fits, String doesNot) {
        JsonSchema rule = JsonSchema.parse(parse(schema));
        Object good = parse("{v: " + fits + "}").get("v");
        Object bad = parse("{v: " + doesNot + "}").get("v");

        assertThat(rule.accepts(good)).isTrue();
        assertThat(rule.violations(good)).isEmpty();
        assertThat(rule.accepts(bad)).isFalse();
        assertThat(rule.violations(bad)).isNotEmpty();
        assertThat(Bson.encode(new Document("details", rule.violations(bad)))).isNotEmpty();
    }

    private static Document parse(String json) {
        org.bson.Document document = org.bson.Document.parse(json);
        org.bson.BsonDocument bson = document.toBsonDocument();
        org.bson.RawBsonDocument raw = new org.bson.RawBsonDocument(bson, new org.bson.codecs.BsonDocumentCodec());
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return Bson.decode(bytes);
    }
}
