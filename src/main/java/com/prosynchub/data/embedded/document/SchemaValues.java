package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keywords about single values: enumerations, numbers and strings. Stateless. */
final class SchemaValues {
    private SchemaValues() {}

    static JsonSchema.Rule oneOf(List<?> values) {
        List<byte[]> keys =
                values.stream().map(value -> KeyBuilder.encode(value, false)).toList();
        return value -> {
            byte[] key = KeyBuilder.encode(value, false);
            return keys.stream().anyMatch(known -> Arrays.equals(known, key))
                    ? null
                    : SchemaArguments.violation("enum", values, "value was not found in enum", value);
        };
    }

    static JsonSchema.Rule limit(Document schema, String keyword, @Nullable Object given) {
        Number limit = SchemaArguments.number(keyword, given);
        boolean minimum = keyword.equals("minimum");
        String exclusiveness = minimum ? "exclusiveMinimum" : "exclusiveMaximum";
        boolean exclusive = Boolean.TRUE.equals(schema.get(exclusiveness));
        byte[] bound = KeyBuilder.encode(limit, false);
        return value -> {
            if (!(value instanceof Number)) {
                return null;
            }
            int order = Arrays.compareUnsigned(KeyBuilder.encode(value, false), bound);
            boolean inside = minimum ? order > 0 : order < 0;
            if (inside || (order == 0 && !exclusive)) {
                return null;
            }
            Document violation = SchemaArguments.violation(keyword, given, "comparison failed", value);
            if (exclusive) {
                violation.put("specifiedAs", new Document(keyword, given).append(exclusiveness, true));
            }
            return violation;
        };
    }

    static JsonSchema.Rule multipleOf(@Nullable Object given) {
        BigDecimal divisor = decimal(SchemaArguments.number("multipleOf", given));
        if (divisor == null || divisor.signum() <= 0) {
            throw Errors.of(Errors.FAILED_TO_PARSE, "$jsonSchema keyword 'multipleOf' must have a positive value");
        }
        return value -> {
            BigDecimal number = value instanceof Number any ? decimal(any) : null;
            boolean fits = !(value instanceof Number)
                    || (number != null && number.remainder(divisor).signum() == 0);
            return fits
                    ? null
                    : SchemaArguments.violation(
                            "multipleOf", given, "considered value is not a multiple of the specified value", value);
        };
    }

    private static @Nullable BigDecimal decimal(Number number) {
        return switch (number) {
            case Decimal128 any when Decimals.isNaN(any.getHigh()) || Decimals.isInfinite(any.getHigh()) -> null;
            case Decimal128 any -> {
                BigDecimal size = Decimals.magnitude(any.getLow(), any.getHigh());
                yield any.getHigh() < 0 ? size.negate() : size;
            }
            case Double any -> Double.isFinite(any) ? BigDecimal.valueOf(any) : null;
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    static JsonSchema.Rule length(String keyword, @Nullable Object given) {
        long limit = SchemaArguments.count(keyword, given);
        boolean minimum = keyword.equals("minLength");
        return value -> {
            if (!(value instanceof String text)) {
                return null;
            }
            int length = text.codePointCount(0, text.length());
            return (minimum ? length >= limit : length <= limit)
                    ? null
                    : SchemaArguments.violation(keyword, given, "specified string length was not satisfied", value);
        };
    }

    static JsonSchema.Rule pattern(@Nullable Object given) {
        Pattern pattern = SchemaArguments.pattern("pattern", given);
        return value -> !(value instanceof String text) || pattern.matcher(text).find()
                ? null
                : SchemaArguments.violation("pattern", given, "regular expression did not match", value);
    }
}
