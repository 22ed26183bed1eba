package com.prosynchub.data.mongo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Writes the values of a document; null ones are left out. Stateless. */
final class Out {
    private Out() {}

    /** Writes the id a record carries, or a new one. */
    static void id(BsonWriter out, @Nullable String id) {
        out.writeObjectId("_id", id == null ? new ObjectId() : new ObjectId(id));
    }

    static void text(BsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.writeString(name, value);
        }
    }

    static void uuid(BsonWriter out, String name, @Nullable UUID value) {
        if (value != null) {
            out.writeBinaryData(name, new BsonBinary(value));
        }
    }

    static void time(BsonWriter out, String name, @Nullable Instant value) {
        if (value != null) {
            out.writeDateTime(name, value.toEpochMilli());
        }
    }

    /** Writes a free-form object. */
    static void tree(BsonWriter out, String name, Map<?, ?> tree) {
        out.writeName(name);
        value(out, tree);
    }

    private static void value(BsonWriter out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartDocument();
                map.forEach((key, child) -> {
                    out.writeName(String.valueOf(key));
                    value(out, child);
                });
                out.writeEndDocument();
            }
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(child -> value(out, child));
                out.writeEndArray();
            }
            case Boolean b -> out.writeBoolean(b);
            case Integer i -> out.writeInt32(i);
            case Long l -> out.writeInt64(l);
            case BigDecimal d -> decimal(out, d);
            case BigInteger i -> decimal(out, new BigDecimal(i));
            case Number n -> out.writeDouble(n.doubleValue());
            case Instant at -> out.writeDateTime(at.toEpochMilli());
            case UUID id -> out.writeBinaryData(new BsonBinary(id));
            default -> out.writeString(value.toString());
        }
    }

    /** A number with more digits than the format holds becomes text, so that none is lost. */
    private static void decimal(BsonWriter out, BigDecimal number) {
        try {
            out.writeDecimal128(new Decimal128(number));
        } catch (NumberFormatException tooLong) {
            out.writeString(number.toString());
        }
    }
}
