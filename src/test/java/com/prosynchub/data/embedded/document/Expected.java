package com.prosynchub.data.embedded.document;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;

/** MongoDB's comparison of values, slow and plain, to hold the key bytes against. */
final class Expected {
    /** Stands for null, which lists can't hold here. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private Expected() {}

    static Object plain(Object value) {
        if (value == NULL) {
            return null;
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (value instanceof Document document) {
            Document result = new Document();
            document.forEach((name, item) -> result.append(name, plain(item)));
            return result;
        }
        return value;
    }

    static int compare(Object a, Object b) {
        int order = Integer.compare(rank(a), rank(b));
        if (order != 0) {
            return order;
        }
        return switch (a) {
            case Number number -> numbers(number, (Number) b);
            case String text ->
                Arrays.compareUnsigned(
                        text.getBytes(StandardCharsets.UTF_8), ((String) b).getBytes(StandardCharsets.UTF_8));
            case Boolean flag -> flag.compareTo((Boolean) b);
            case Date date -> date.compareTo((Date) b);
            case BsonTimestamp timestamp -> Long.compareUnsigned(timestamp.getValue(), ((BsonTimestamp) b).getValue());
            case ObjectId id -> id.compareTo((ObjectId) b);
            case Pattern pattern -> pattern.pattern().compareTo(((Pattern) b).pattern());
            case Document document -> documents(document, (Document) b);
            case List<?> list -> lists(list, (List<?>) b);
            case Binary any -> Arrays.compareUnsigned(binary(any), binary(b));
            case UUID any -> Arrays.compareUnsigned(binary(any), binary(b));
            default -> 0;
        };
    }

    private static int rank(Object value) {
        return switch (value) {
            case MinKey any -> 0;
            case Number any -> 10;
            case String any -> 20;
            case Document any -> 30;
            case List<?> any -> 40;
            case Binary any -> 50;
            case UUID any -> 50;
            case ObjectId any -> 60;
            case Boolean any -> 70;
            case Date any -> 80;
            case BsonTimestamp any -> 90;
            case Pattern any -> 100;
            case MaxKey any -> 127;
            default -> 5;
        };
    }

    /** Length, subtype, bytes. */
    private static byte[] binary(Object value) {
        if (value instanceof UUID uuid) {
            return ByteBuffer.allocate(21)
                    .putInt(16)
                    .put((byte) 4)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
        }
        Binary binary = (Binary) value;
        return ByteBuffer.allocate(5 + binary.length())
                .putInt(binary.length())
                .put(binary.getType())
                .put(binary.getData())
                .array();
    }

    private static int numbers(Number a, Number b) {
        int order = Integer.compare(level(a), level(b));
        return order != 0 || level(a) != 2 ? order : exact(a).compareTo(exact(b));
    }

    /** NaN, then minus infinity, then the finite numbers, then infinity. */
    private static int level(Number number) {
        return switch (number) {
            case Double d when d.isNaN() -> 0;
            case Double d when d.isInfinite() -> d < 0 ? 1 : 3;
            case Decimal128 d when d.isNaN() -> 0;
            case Decimal128 d when d.isInfinite() -> d.isNegative() ? 1 : 3;
            default -> 2;
        };
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case Double d -> new BigDecimal(d);
            case Decimal128 d when d.equals(Decimal128.NEGATIVE_ZERO) -> BigDecimal.ZERO;
            case Decimal128 d -> d.bigDecimalValue();
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private static int documents(Document a, Document b) {
        Iterator<Map.Entry<String, Object>> left = a.entrySet().iterator();
        Iterator<Map.Entry<String, Object>> right = b.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            Map.Entry<String, Object> x = left.next();
            Map.Entry<String, Object> y = right.next();
            int order = Integer.compare(rank(x.getValue()), rank(y.getValue()));
            order = order != 0 ? order : x.getKey().compareTo(y.getKey());
            order = order != 0 ? order : compare(x.getValue(), y.getValue());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private static int lists(List<?> a, List<?> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
