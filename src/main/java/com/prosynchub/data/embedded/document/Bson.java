package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads BSON in place, without building objects. An element is addressed by the position of its type byte, a value by
 * its type and position. Stateless, any thread.
 */
final class Bson {
    static final int DOUBLE = 0x01;
    static final int STRING = 0x02;
    static final int OBJECT = 0x03;
    static final int ARRAY = 0x04;
    static final int BINARY = 0x05;
    static final int UNDEFINED = 0x06;
    static final int OBJECT_ID = 0x07;
    static final int BOOL = 0x08;
    static final int DATE = 0x09;
    static final int NULL = 0x0A;
    static final int REGEX = 0x0B;
    static final int DB_POINTER = 0x0C;
    static final int CODE = 0x0D;
    static final int SYMBOL = 0x0E;
    static final int CODE_WITH_SCOPE = 0x0F;
    static final int INT32 = 0x10;
    static final int TIMESTAMP = 0x11;
    static final int INT64 = 0x12;
    static final int DECIMAL = 0x13;
    static final int MIN_KEY = 0xFF;
    static final int MAX_KEY = 0x7F;

    /** Largest document MongoDB accepts, in bytes. */
    static final int MAX_DOCUMENT = 16 * 1024 * 1024;

    private static final int MAX_DEPTH = 150;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Bson() {}

    static int int32(byte[] bytes, int position) {
        return (int) INT.get(bytes, position);
    }

    static long int64(byte[] bytes, int position) {
        return (long) LONG.get(bytes, position);
    }

    static int typeAt(byte[] bytes, int element) {
        return bytes[element] & 0xFF;
    }

    static int valueOf(byte[] bytes, int element) {
        return zero(bytes, element + 1) + 1;
    }

    static int next(byte[] bytes, int element) {
        int value = valueOf(bytes, element);
        return value + size(typeAt(bytes, element), bytes, value);
    }

    static String nameOf(byte[] bytes, int element) {
        int end = zero(bytes, element + 1);
        return new String(bytes, element + 1, end - element - 1, StandardCharsets.UTF_8);
    }

    /** Position of the zero byte that ends the C string which starts at {@code from}. */
    static int zero(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at;
    }

    /** Size in bytes of a value of that type. */
    static int size(int type, byte[] bytes, int position) {
        return switch (type) {
            case DOUBLE, DATE, TIMESTAMP, INT64 -> 8;
            case STRING, CODE, SYMBOL -> 4 + positive(int32(bytes, position));
            case OBJECT, ARRAY, CODE_WITH_SCOPE -> positive(int32(bytes, position));
            case BINARY -> 5 + positive(int32(bytes, position));
            case UNDEFINED, NULL, MIN_KEY, MAX_KEY -> 0;
            case OBJECT_ID -> 12;
            case BOOL -> 1;
            case REGEX -> zero(bytes, zero(bytes, position) + 1) + 1 - position;
            case DB_POINTER -> 16 + positive(int32(bytes, position));
            case INT32 -> 4;
            case DECIMAL -> 16;
            default -> throw Errors.of(Errors.INVALID_BSON, "Unrecognized BSON type " + type);
        };
    }

    private static int positive(int length) {
        if (length < 0 || length > 3 * MAX_DOCUMENT) {
            throw Errors.of(Errors.INVALID_BSON, "BSON length out of range: " + length);
        }
        return length;
    }

    /** Position of the element called {@code name} in the document at {@code document}, or -1. */
    static int find(byte[] bytes, int document, byte[] name) {
        int at = document + 4;
        while (bytes[at] != 0) {
            int start = at + 1;
            int end = zero(bytes, start);
            if (end - start == name.length && Arrays.equals(bytes, start, end, name, 0, name.length)) {
                return at;
            }
            at = end + 1 + size(bytes[at] & 0xFF, bytes, end + 1);
        }
        return -1;
    }

    /** Checks that the bytes are one whole, well-formed document. */
    static void validate(byte[] bytes) {
        if (bytes.length > MAX_DOCUMENT) {
            throw Errors.of(
                    Errors.TOO_LARGE, "BSONObj size: " + bytes.length + " is invalid. Size must be at most 16MB");
        }
        try {
            if (validate(bytes, 0, bytes.length, 0) != bytes.length) {
                throw Errors.of(Errors.INVALID_BSON, "BSON document has trailing bytes");
            }
        } catch (IndexOutOfBoundsException e) {
            throw Errors.of(Errors.INVALID_BSON, "BSON document is cut off");
        }
    }

    private static int validate(byte[] bytes, int document, int limit, int depth) {
        int end = document + int32(bytes, document);
        if (end > limit || end < document + 5 || depth > MAX_DEPTH) {
            throw Errors.of(Errors.INVALID_BSON, "BSON document length or depth is out of range");
        }
        int at = document + 4;
        while (at < end && bytes[at] != 0) {
            int type = typeAt(bytes, at);
            int value = valueOf(bytes, at);
            int size = size(type, bytes, value);
            if (value + size >= end) {
                throw Errors.of(Errors.INVALID_BSON, "BSON element runs over its document");
            }
            if (type == OBJECT || type == ARRAY) {
                validate(bytes, value, value + size, depth + 1);
            } else if (type == STRING && (size < 5 || bytes[value + size - 1] != 0)) {
                throw Errors.of(Errors.INVALID_BSON, "BSON string is not terminated");
            }
            at = value + size;
        }
        if (at != end - 1) {
            throw Errors.of(Errors.INVALID_BSON, "BSON document is not terminated");
        }
        return end;
    }

    /** Builds the library's document; refuses values that its types can't hold without loss. */
    static Document decodeForChange(byte[] bytes) {
        requireLossless(bytes, 0);
        return decode(bytes);
    }

    /** Builds the library's document for reading (matching). */
    static Document decode(byte[] bytes) {
        return decode(Unpooled.wrappedBuffer(bytes));
    }

    static Document decode(ByteBuf buffer) {
        try {
            return BsonDecoder.decodeBson(buffer);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Errors.of(Errors.BAD_VALUE, "Can't read document: " + e.getMessage());
        }
    }

    private static void requireLossless(byte[] bytes, int document) {
        for (int at = document + 4; bytes[at] != 0; at = next(bytes, at)) {
            int type = typeAt(bytes, at);
            int value = valueOf(bytes, at);
            if (type == OBJECT || type == ARRAY) {
                requireLossless(bytes, value);
            } else if (type == BINARY) {
                int subtype = bytes[value + 4];
                if (subtype != 0 && subtype != 3 && subtype != 4) {
                    throw unsupported("binary subtype " + (subtype & 0xFF), nameOf(bytes, at));
                }
            } else if (type == UNDEFINED || type == DB_POINTER || type == SYMBOL || type == CODE_WITH_SCOPE) {
                throw unsupported("BSON type " + type, nameOf(bytes, at));
            }
        }
    }

    private static RuntimeException unsupported(String what, String field) {
        return Errors.of(
                Errors.BAD_VALUE,
                what + " in field '" + field + "' can be stored and read back, but not updated or projected here");
    }

    static byte[] encode(Map<String, ?> document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        return Arrays.copyOf(buffer.array(), buffer.writerIndex());
    }
}
