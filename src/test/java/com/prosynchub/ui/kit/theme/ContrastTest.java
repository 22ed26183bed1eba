package com.prosynchub.ui.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of tokens that meets on a screen has enough contrast, in both themes: read from the sheets themselves. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-psh-[\\w-]+):\\s*(#[0-9a-fA-F]{6})\\s*;");
    private static final List<String> GROUNDS = List.of(
            "surface",
            "surface-sunken",
            "surface-raised",
            "surface-hover",
            "surface-selected",
            "neutral-subtle",
            "accent-subtle",
            "severity-critical-subtle",
            "severity-high-subtle",
            "severity-medium-subtle",
            "severity-low-subtle",
            "good-subtle");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadable(Theme theme) throws IOException {
        Map<String, Integer> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        for (String ground : GROUNDS) {
            pair(softly, tokens, "ink", ground, 4.5);
            pair(softly, tokens, "ink-muted", ground, 4.5);
        }
        for (String ground : List.of("surface", "surface-raised")) {
            for (String text : List.of("ink-faint", "accent", "danger", "good", "severity-critical")) {
                pair(softly, tokens, text, ground, 4.5);
            }
        }
        pair(softly, tokens, "ink-faint", "surface-hover", 4.0);
        pair(softly, tokens, "accent-ink", "accent-fill", 4.5);
        pair(softly, tokens, "accent-ink", "accent-fill-hover", 4.5);
        pair(softly, tokens, "danger-ink", "danger-fill", 4.5);
        pair(softly, tokens, "tooltip-ink", "tooltip", 4.5);
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shapesAreSeen(Theme theme) throws IOException {
        Map<String, Integer> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        Stream<String> traces = IntStream.rangeClosed(1, 8).mapToObj(i -> "trace-" + i);
        Stream.concat(
                        traces,
                        Stream.of(
                                "line-strong",
                                "focus",
                                "severity-critical",
                                "severity-high",
                                "severity-medium",
                                "severity-low",
                                "severity-normal",
                                "severity-stale",
                                "good"))
                .forEach(shape -> {
                    pair(softly, tokens, shape, "surface", 3);
                    pair(softly, tokens, shape, "surface-raised", 3);
                });
        for (String grade : List.of("critical", "high", "medium", "low")) {
            pair(softly, tokens, "severity-" + grade, "severity-" + grade + "-subtle", 3);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tracesDifferAlsoForColourDeficientEyes(Theme theme) throws IOException {
        Map<String, Integer> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        for (ColourVision vision : ColourVision.values()) {
            for (int a = 1; a <= 8; a++) {
                for (int b = a + 1; b <= 8; b++) {
                    double apart = vision.distance(token(tokens, "trace-" + a), token(tokens, "trace-" + b));
                    softly.assertThat(apart)
                            .as("%s: trace %d and %d for %s", theme, a, b, vision)
                            .isGreaterThan(8);
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTokenThatIsUsedIsDefined(Theme theme) throws IOException {
        String defined = text(theme.tokensPath());
        TreeSet<String> missing = new TreeSet<>();
        for (String sheet : List.of("base", "controls", "tables", "kit", "chart", "shell")) {
            Matcher used = Pattern.compile(":[^;{}]*?(-psh-[\\w-]+)")
                    .matcher(text("/com/prosynchub/ui/theme/" + sheet + ".css"));
            while (used.find()) {
                if (!defined.contains(used.group(1) + ":")) {
                    missing.add(sheet + ".css: " + used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void pair(
            SoftAssertions softly, Map<String, Integer> tokens, String fore, String ground, double least) {
        softly.assertThat(contrast(token(tokens, fore), token(tokens, ground)))
                .as("%s on %s", fore, ground)
                .isGreaterThanOrEqualTo(least);
    }

    private static int token(Map<String, Integer> tokens, String name) {
        assertThat(tokens).containsKey("-psh-" + name);
        return tokens.get("-psh-" + name);
    }

    private static Map<String, Integer> tokens(Theme theme) throws IOException {
        Map<String, Integer> tokens = new LinkedHashMap<>();
        Matcher matcher = TOKEN.matcher(text(theme.tokensPath()));
        while (matcher.find()) {
            tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2).substring(1), 16));
        }
        return tokens;
    }

    private static String text(String path) throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Contrast ratio of WCAG 2. */
    private static double contrast(int a, int b) {
        double first = ColourVision.luminance(a);
        double second = ColourVision.luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }
}
