package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what jsonb prints. */
class JsonTest {

    @Test
    void readsEveryKindOfValue() {
        Map<String, Object> object = Json.object("""
            {"a": 1, "b": -2.50, "c": "x\\"\\\\\\n\\u00e4", "d": true, "e": false, "f": null,
             "g": [1, "two", {"h": 3e2}], "i": {}, "j": [], "k": 12345678901234567890}
            """);

        assertThat(object)
                .containsEntry("a", 1L)
                .containsEntry("b", new BigDecimal("-2.50"))
                .containsEntry("c", "x\"\\\n\u00e4")
                .containsEntry("d", true)
                .containsEntry("e", false)
                .doesNotContainKey("f")
                .containsEntry("g", List.of(1L, "two", Map.of("h", 300L)))
                .containsEntry("i", Map.of())
                .containsEntry("j", List.of())
                .containsEntry("k", new BigDecimal("12345678901234567890"));
        assertThat(Json.object(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{", "{\"a\"}", "{\"a\":1} x", "{\"a\":tru}", "{\"a\":\"x", "{\"a\":\"\\u12\"}"})
    void refusesWhatIsNoObject(String text) {
        assertThatThrownBy(() -> Json.object(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatThrownBy(() -> Json.object("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
