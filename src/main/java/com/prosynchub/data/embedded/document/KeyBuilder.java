package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values as bytes whose unsigned order is MongoDB's comparison order. Every encoding starts with a byte
 * that ranks the type, ends by itself (no encoding is a prefix of a different one of its type), and uses neither 0x00 nor
 * 0xFF as first byte, so encodings can be chained into compound keys and complemented for descending fields. One
 * thread at a time.
 */
final class KeyBuilder {
    static final int RANK_MIN = 0x01;
    static final int RANK_EMPTY_ARRAY = 0x03;
    static final int RANK_NULL = 0x05;
    static final int RANK_NAN = 0x0A;
    static final int RANK_NEGATIVE = 0x0B;
    static final int RANK_ZERO = 0x0C;
    static final int RANK_POSITIVE = 0x0D;
    static final int RANK_MAX = 0x7F;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] buffer = new byte[64];
    private int length;

    KeyBuilder clear() {
        length = 0;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    int length() {
        return length;
    }

    /** The encoding of one of the library's values. */
    static byte[] encode(@Nullable Object value, boolean descending) {
        byte[] document = Bson.encode(new Document("", value));
        KeyBuilder key = new KeyBuilder();
        key.value(Bson.typeAt(document, 4), document, Bson.valueOf(document, 4), descending);
        return key.toBytes();
    }

    void missing(boolean descending) {
        put(descending ? ~RANK_NULL : RANK_NULL);
    }

    void emptyArray(boolean descending) {
        put(descending ? ~RANK_EMPTY_ARRAY : RANK_EMPTY_ARRAY);
    }

    void value(int type, byte[] bytes, int position, boolean descending) {
        int start = length;
        append(type, bytes, position);
        if (descending) {
            complement(start);
        }
    }

    /** Rank of a type; numbers all have the rank of NaN here. */
    static int rank(int type) {
        return switch (type) {
            case Bson.MIN_KEY -> RANK_MIN;
            case Bson.UNDEFINED -> RANK_EMPTY_ARRAY;
            case Bson.NULL -> RANK_NULL;
            case Bson.DOUBLE, Bson.INT32, Bson.INT64, Bson.DECIMAL -> RANK_NAN;
            case Bson.STRING, Bson.SYMBOL -> 0x0F;
            case Bson.OBJECT -> 0x14;
            case Bson.ARRAY -> 0x19;
            case Bson.BINARY -> 0x1E;
            case Bson.OBJECT_ID -> 0x23;
            case Bson.BOOL -> 0x28;
            case Bson.DATE -> 0x2D;
            case Bson.TIMESTAMP -> 0x2F;
            case Bson.REGEX -> 0x32;
            case Bson.DB_POINTER -> 0x37;
            case Bson.CODE -> 0x3C;
            case Bson.CODE_WITH_SCOPE -> 0x41;
            case Bson.MAX_KEY -> RANK_MAX;
            default -> throw Errors.of(Errors.INVALID_BSON, "Unrecognized BSON type " + type);
        };
    }

    private void append(int type, byte[] bytes, int position) {
        switch (type) {
            case Bson.DOUBLE -> number(Double.longBitsToDouble(Bson.int64(bytes, position)));
            case Bson.INT32 -> number(Bson.int32(bytes, position));
            case Bson.INT64 -> number(Bson.int64(bytes, position));
            case Bson.DECIMAL -> decimal(Bson.int64(bytes, position), Bson.int64(bytes, position + 8));
            default -> {
                put(rank(type));
                payload(type, bytes, position);
            }
        }
    }

    private void payload(int type, byte[] bytes, int position) {
        switch (type) {
            case Bson.STRING, Bson.SYMBOL, Bson.CODE -> text(bytes, position + 4, Bson.int32(bytes, position) - 1);
            case Bson.OBJECT -> elements(bytes, position, true);
            case Bson.ARRAY -> elements(bytes, position, false);
            case Bson.BINARY -> {
                putInt(Bson.int32(bytes, position));
                copy(bytes, position + 4, 1 + Bson.int32(bytes, position));
            }
            case Bson.OBJECT_ID -> copy(bytes, position, 12);
            case Bson.BOOL -> put(bytes[position] == 0 ? 1 : 2);
            case Bson.DATE -> putLong(Bson.int64(bytes, position) ^ Long.MIN_VALUE);
            case Bson.TIMESTAMP -> putLong(Bson.int64(bytes, position));
            case Bson.REGEX, Bson.DB_POINTER -> copy(bytes, position, Bson.size(type, bytes, position));
            case Bson.CODE_WITH_SCOPE -> {
                int code = position + 4;
                text(bytes, code + 4, Bson.int32(bytes, code) - 1);
                elements(bytes, code + 4 + Bson.int32(bytes, code), true);
            }
            default -> {
                // the rank says it all
            }
        }
    }

    private void elements(byte[] bytes, int document, boolean named) {
        for (int at = document + 4; bytes[at] != 0; at = Bson.next(bytes, at)) {
            int type = Bson.typeAt(bytes, at);
            int value = Bson.valueOf(bytes, at);
            if (named) {
                put(rank(type));
                copy(bytes, at + 1, value - at - 1);
            }
            append(type, bytes, value);
        }
        put(0);
    }

    private void text(byte[] bytes, int position, int size) {
        ensure(size + 1);
        for (int i = 0; i < size; i++) {
            byte b = bytes[position + i];
            put(b);
            if (b == 0) {
                put(0xFF);
            }
        }
        put(0);
        put(0);
    }

    private void number(double value) {
        if (Double.isNaN(value)) {
            put(RANK_NAN);
        } else if (value == 0) {
            put(RANK_ZERO);
        } else {
            magnitude(value < 0, Math.abs(value), null);
        }
    }

    private void number(long value) {
        if (value == Long.MIN_VALUE || Math.abs(value) <= 1L << 53) {
            number((double) value);
            return;
        }
        long size = Math.abs(value);
        double below = (double) size;
        if (below >= 0x1p63 || (long) below > size) {
            below = Math.nextDown(below);
        }
        long rest = size - (long) below;
        magnitude(value < 0, below, rest == 0 ? null : BigDecimal.valueOf(rest));
    }

    private void decimal(long low, long high) {
        if (Decimals.isNaN(high)) {
            put(RANK_NAN);
        } else if (Decimals.isInfinite(high)) {
            magnitude(high < 0, Double.POSITIVE_INFINITY, null);
        } else {
            BigDecimal size = Decimals.magnitude(low, high);
            if (size.signum() == 0) {
                put(RANK_ZERO);
                return;
            }
            double below = Decimals.doubleBelow(size);
            magnitude(high < 0, below, Decimals.rest(size, below));
        }
    }

    /** The largest double not above the value, then what the double leaves over, as decimal digits. */
    private void magnitude(boolean negative, double below, @Nullable BigDecimal rest) {
        put(negative ? RANK_NEGATIVE : RANK_POSITIVE);
        int start = length;
        putLong(Double.doubleToRawLongBits(below));
        if (rest == null) {
            put(0);
        } else {
            put(1);
            BigDecimal digits = rest.stripTrailingZeros();
            int exponent = digits.precision() - digits.scale() + 0x8000;
            put(exponent >> 8);
            put(exponent);
            String text = digits.unscaledValue().toString();
            for (int i = 0; i < text.length(); i += 2) {
                int first = text.charAt(i) - '0' + 1;
                int second = i + 1 < text.length() ? text.charAt(i + 1) - '0' + 1 : 0;
                put(first << 4 | second);
            }
            if (text.length() % 2 == 0) {
                put(0);
            }
        }
        if (negative) {
            complement(start);
        }
    }

    private void complement(int start) {
        for (int i = start; i < length; i++) {
            buffer[i] = (byte) ~buffer[i];
        }
    }

    private void put(int b) {
        ensure(1);
        buffer[length++] = (byte) b;
    }

    private void putInt(int value) {
        ensure(Integer.BYTES);
        INT.set(buffer, length, value);
        length += Integer.BYTES;
    }

    private void putLong(long value) {
        ensure(Long.BYTES);
        LONG.set(buffer, length, value);
        length += Long.BYTES;
    }

    private void copy(byte[] bytes, int position, int size) {
        ensure(size);
        System.arraycopy(bytes, position, buffer, length, size);
        length += size;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
