package com.prosynchub.data.mongo;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Reads the values of a document that stands at a value. Stateless. */
final class In {
    private In() {}

    /** What is done with one field; it must read the value, or skip it. */
    @FunctionalInterface
    interface FieldReader {
        void read(String name);
    }

    /** Walks through the fields of the document at hand. */
    static void fields(BsonReader in, FieldReader reader) {
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.read(in.readName());
        }
        in.readEndDocument();
    }

    static UUID uuid(BsonReader in) {
        BsonBinary binary = in.readBinaryData();
        return binary.asUuid();
    }

    static Instant time(BsonReader in) {
        return Instant.ofEpochMilli(in.readDateTime());
    }

    /** Any kind of number. */
    static double number(BsonReader in) {
        return switch (in.getCurrentBsonType()) {
            case INT32 -> in.readInt32();
            case INT64 -> in.readInt64();
            case DECIMAL128 -> in.readDecimal128().bigDecimalValue().doubleValue();
            default -> in.readDouble();
        };
    }

    /** Any kind of whole number. */
    static long whole(BsonReader in) {
        return in.getCurrentBsonType() == BsonType.INT32 ? in.readInt32() : in.readInt64();
    }

    /** A free-form object. */
    static Map<String, Object> tree(BsonReader in) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        fields(in, name -> tree.put(name, value(in)));
        return unmodifiable(tree);
    }

    @SuppressWarnings("NullAway") // a null inside such an object is a value that the audited row had
    private static Map<String, Object> unmodifiable(Map<String, @Nullable Object> tree) {
        return Collections.unmodifiableMap((Map<String, Object>) (Map<?, ?>) tree);
    }

    private static @Nullable Object value(BsonReader in) {
        return switch (in.getCurrentBsonType()) {
            case DOCUMENT -> tree(in);
            case ARRAY -> list(in);
            case STRING -> in.readString();
            case BOOLEAN -> in.readBoolean();
            case INT32 -> in.readInt32();
            case INT64 -> in.readInt64();
            case DOUBLE -> in.readDouble();
            case DECIMAL128 -> in.readDecimal128().bigDecimalValue();
            case DATE_TIME -> time(in);
            case BINARY -> uuid(in);
            case OBJECT_ID -> in.readObjectId().toHexString();
            default -> {
                in.skipValue();
                yield null;
            }
        };
    }

    private static List<@Nullable Object> list(BsonReader in) {
        List<@Nullable Object> list = new ArrayList<>();
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            list.add(value(in));
        }
        in.readEndArray();
        return list;
    }

    /** The value, or a failure that names the field which a stored document lacks. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new FailureException(new Failure.Unexpected("a stored document lacks the field " + field));
        }
        return value;
    }
}
