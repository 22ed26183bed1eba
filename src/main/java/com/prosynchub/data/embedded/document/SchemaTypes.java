package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keywords {@code bsonType} and {@code type}. Stateless. */
final class SchemaTypes {
    private static final Set<String> BSON = Set.of(
            "double",
            "string",
            "object",
            "array",
            "binData",
            "undefined",
            "objectId",
            "bool",
            "date",
            "null",
            "regex",
            "dbPointer",
            "javascript",
            "symbol",
            "javascriptWithScope",
            "int",
            "timestamp",
            "long",
            "decimal",
            "minKey",
            "maxKey",
            "number");
    private static final Set<String> JSON = Set.of("object", "array", "number", "boolean", "string", "null");
    private static final Set<String> NUMBERS = Set.of("int", "long", "double", "decimal");

    private SchemaTypes() {}

    static JsonSchema.Rule rule(String keyword, @Nullable Object value) {
        List<String> names = value instanceof String name ? List.of(name) : SchemaArguments.names(keyword, value);
        boolean bson = keyword.equals("bsonType");
        for (String name : names) {
            if (!bson && name.equals("integer")) {
                throw Errors.of(Errors.FAILED_TO_PARSE, "$jsonSchema type 'integer' is not currently supported.");
            }
            if (!(bson ? BSON : JSON).contains(name)) {
                throw Errors.of(Errors.BAD_VALUE, "Unknown type name alias: " + name);
            }
        }
        return considered -> {
            String type = nameOf(considered);
            for (String name : names) {
                boolean number = name.equals("number") && NUMBERS.contains(type);
                boolean bool = name.equals("boolean") && type.equals("bool");
                if (number || bool || name.equals(type)) {
                    return null;
                }
            }
            return SchemaArguments.violation(keyword, value, "type did not match", considered)
                    .append("consideredType", type);
        };
    }

    /** MongoDB's name of a value's type. */
    static String nameOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Integer any -> "int";
            case Long any -> "long";
            case Double any -> "double";
            case Decimal128 any -> "decimal";
            case String any -> "string";
            case Document any -> "object";
            case Collection<?> any -> "array";
            case Boolean any -> "bool";
            case Instant any -> "date";
            case ObjectId any -> "objectId";
            case BinData any -> "binData";
            case UUID any -> "binData";
            case LegacyUUID any -> "binData";
            case BsonTimestamp any -> "timestamp";
            case BsonRegularExpression any -> "regex";
            case BsonJavaScript any -> "javascript";
            case MinKey any -> "minKey";
            case MaxKey any -> "maxKey";
            default -> value.getClass().getSimpleName();
        };
    }
}
