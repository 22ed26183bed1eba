package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of pages. */
class CursorTest {

    @Test
    void aKeyComesBackAsItWas() {
        List<String> key = List.of("Pump |,;\u00e4\u4e2d\ud83d\ude00", "");

        assertThat(Cursor.decode("assets", Cursor.encode("assets", key), 2)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YQ", "bm9uc2Vuc2U"})
    void aMalformedKeyIsInvalid(String key) {
        assertRefused(key);
    }

    @Test
    void aKeyOfAnotherListIsInvalid() {
        assertRefused(Cursor.encode("parts", List.of("1", "2")));
        assertRefused(Cursor.encode("assets", List.of("1")));
    }

    @Test
    void partsThatDoNotParseAreInvalid() {
        String key = Cursor.encode("assets", List.of("name", "no uuid"));

        assertThatThrownBy(() -> Cursor.page(
                        "assets",
                        new PageRequest(1, key),
                        List.of("", ""),
                        (k, limit) -> List.of(UUID.fromString(k.get(1))),
                        u -> List.of(),
                        u -> u))
                .isInstanceOf(FailureException.class);
    }

    @Test
    void theLastPageHasNoKey() {
        Page<Integer> full = page(5, null);
        assertThat(full.items()).containsExactly(0, 1, 2, 3, 4);
        assertThat(full.last()).isFalse();

        Page<Integer> rest = page(5, full.next());
        assertThat(rest.items()).containsExactly(5, 6);
        assertThat(rest.last()).isTrue();
    }

    private static Page<Integer> page(int size, String after) {
        return Cursor.page(
                "numbers",
                new PageRequest(size, after),
                List.of("-1"),
                (k, limit) -> IntStream.range(Integer.parseInt(k.getFirst()) + 1, 7)
                        .limit(limit.maxResults())
                        .boxed()
                        .toList(),
                i -> List.of(i.toString()),
                i -> i);
    }

    private static void assertRefused(String key) {
        assertThatThrownBy(() -> Cursor.decode("assets", key, 2))
                .satisfies(t ->
                        assertThat(FailureException.failureOf(t)).isEqualTo(Failure.Invalid.of("after", "cursor")));
    }
}
