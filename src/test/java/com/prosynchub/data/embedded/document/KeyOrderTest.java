package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.BsonBinaryWriter;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** The order of key bytes is MongoDB's order of values, checked against a comparison written from its manual. */
class KeyOrderTest {
    private static final long[] LONGS = {
        0,
        1,
        -1,
        42,
        1L << 53,
        (1L << 53) + 1,
        -(1L << 53) - 1,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        0.1,
        -0.1,
        1.5,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0x1p53,
        0x1p63,
        -0x1p63,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        9007199254740993.0
    };
    private static final String[] DECIMALS = {
        "0",
        "-0",
        "0.1",
        "0.10",
        "-0.1",
        "1",
        "1.000",
        "9007199254740993",
        "9223372036854775807",
        "1E6000",
        "2E6000",
        "-1E6000",
        "1E-6000",
        "-1E-6000",
        "NaN",
        "Infinity",
        "-Infinity",
        "1.7976931348623157E308",
        "1.8E308",
        "0.1000000000000000055511151231257827",
        "4.9E-324",
        "123456789.123456789"
    };
    private static final String[] TEXTS = {"", "a", "a\0", "a\0b", "ab", "b", "ä", "𝄞", "\uFFFD", "\0", "A", "aa"};

    private final Random random = new Random(20260115);

    @Test
    void bytesOrderAsValuesDo() {
        for (int round = 0; round < 60_000; round++) {
            Object first = value(3);
            Object second = random.nextInt(8) == 0 ? first : value(3);
            int expected = Integer.signum(Expected.compare(first, second));

            assertThat(Integer.signum(Arrays.compareUnsigned(key(first, false), key(second, false))))
                    .as("%s against %s", first, second)
                    .isEqualTo(expected);
            assertThat(Integer.signum(Arrays.compareUnsigned(key(second, true), key(first, true))))
                    .as("descending, %s against %s", first, second)
                    .isEqualTo(expected);
        }
    }

    @Test
    void compoundKeysOrderFieldByField() {
        for (int round = 0; round < 20_000; round++) {
            Object a = value(1);
            Object b = value(1);
            Object c = random.nextBoolean() ? a : value(1);
            Object d = value(1);
            int expected = Expected.compare(a, c);
            if (expected == 0) {
                expected = -Expected.compare(b, d);
            }

            byte[] first = Bounds.join(key(a, false), key(b, true));
            byte[] second = Bounds.join(key(c, false), key(d, true));

            assertThat(Integer.signum(Arrays.compareUnsigned(first, second)))
                    .as("(%s, %s) against (%s, %s)", a, b, c, d)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 19 : 15)) {
            case 0 -> LONGS[random.nextInt(LONGS.length)];
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(5) - 2;
            case 3 -> DOUBLES[random.nextInt(DOUBLES.length)];
            case 4 -> Double.longBitsToDouble(random.nextLong());
            case 5 -> Decimal128.parse(DECIMALS[random.nextInt(DECIMALS.length)]);
            case 6 -> new Decimal128(BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20));
            case 7 -> TEXTS[random.nextInt(TEXTS.length)];
            case 8 -> random.nextBoolean();
            case 9 -> new Date(random.nextBoolean() ? random.nextLong() : random.nextInt());
            case 10 -> new BsonTimestamp(random.nextLong());
            case 11 -> new ObjectId(random.nextInt(0xFFFFFF), random.nextInt(0xFFFFFF));
            case 12 ->
                random.nextBoolean()
                        ? new Binary((byte) (5 * random.nextInt(2)), new byte[random.nextInt(3)])
                        : new UUID(random.nextLong(), random.nextLong());
            case 13 -> Pattern.compile(random.nextBoolean() ? "a" : "ab");
            case 14 -> random.nextBoolean() ? Expected.NULL : random.nextBoolean() ? new MinKey() : new MaxKey();
            case 15, 16 -> {
                Document document = new Document();
                for (int i = random.nextInt(3); i > 0; i--) {
                    document.append(random.nextBoolean() ? "x" : "xy", value(depth - 1));
                }
                yield document;
            }
            default -> {
                Object[] items = new Object[random.nextInt(3)];
                Arrays.setAll(items, i -> value(depth - 1));
                yield List.of(items);
            }
        };
    }

    private static byte[] key(Object value, boolean descending) {
        byte[] document = encode(value);
        KeyBuilder key = new KeyBuilder();
        key.value(Bson.typeAt(document, 4), document, Bson.valueOf(document, 4), descending);
        return key.toBytes();
    }

    private static byte[] encode(Object value) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        DocumentCodec codec = new DocumentCodec(CodecRegistries.withUuidRepresentation(
                com.mongodb.MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD));
        codec.encode(
                new BsonBinaryWriter(buffer),
                new Document("v", Expected.plain(value)),
                EncoderContext.builder().build());
        return buffer.toByteArray();
    }
}
