package com.prosynchub.data.postgres;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import jakarta.data.Limit;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The last row's key of a page, as opaque text: list name and key parts, so that a key of one list is refused by another.
 * Any thread.
 */
final class Cursor {
    /** Before every key. */
    static final UUID LEAST = new UUID(0, 0);

    /** After every key, as the server compares: byte by byte, unsigned. */
    static final UUID GREATEST = new UUID(-1, -1);

    private static final String SEPARATOR = "\u0000";

    private Cursor() {}

    /**
     * Reads one page: {@code first} when the request has no key, else {@code read} on the parsed key.
     *
     * @param list name that the key carries
     * @param first the key before every row, with as many parts as every key has
     * @param read key parts to rows, in order; may throw {@link IllegalArgumentException} for parts that are none
     * @param keyOf key parts of a row
     */
    static <E, R> Page<R> page(
            String list,
            PageRequest request,
            List<String> first,
            Reader<E> read,
            Function<E, List<String>> keyOf,
            Function<E, R> toRecord) {
        List<String> key = request.after() == null ? first : decode(list, request.after(), first.size());
        List<E> rows;
        try {
            rows = read.read(key, Limit.of(request.size() + 1));
        } catch (IllegalArgumentException | DateTimeException notAKey) {
            throw malformed();
        }
        boolean more = rows.size() > request.size();
        List<E> kept = more ? rows.subList(0, request.size()) : rows;
        return new Page<>(
                kept.stream().map(toRecord).toList(), more ? encode(list, keyOf.apply(kept.getLast())) : null);
    }

    static String encode(String list, List<String> key) {
        String text = list + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> decode(String list, String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> all = List.of(text.split(SEPARATOR, -1));
            if (all.size() == parts + 1 && all.getFirst().equals(list)) {
                return all.subList(1, all.size());
            }
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
        throw malformed();
    }

    private static FailureException malformed() {
        return new FailureException(Failure.Invalid.of("after", "cursor"));
    }

    /** Reads rows after a key. */
    @FunctionalInterface
    interface Reader<E> {
        List<E> read(List<String> key, Limit limit);
    }
}
