package com.prosynchub.service.metric.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.service.metric.mapping.ImportMapping.MetricColumn;
import com.prosynchub.service.metric.mapping.MappingResult.Mistaken;
import com.prosynchub.service.metric.mapping.MappingResult.Problem;
import com.prosynchub.service.metric.mapping.MappingResult.Understood;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingParserTest {
    private static final String SMALLEST = """
        asset.name = {asset}
        time.column = time
        metric.t.column = t
        """;

    @Test
    void theSmallestMappingHasSensibleDefaults() {
        ImportMapping mapping = understood(SMALLEST);
        assertThat(mapping.format().separator()).isEqualTo(",");
        assertThat(mapping.format().header()).isTrue();
        assertThat(mapping.asset().createAssets()).isFalse();
        assertThat(mapping.time()).isInstanceOf(TimeRule.Iso.class);
    }

    @Test
    void everythingIsRead() {
        ImportMapping mapping = understood("""
            # a comment
            separator: \\t
            header = no
            comment = #
            decimal = comma
            encoding = windows-1252
            skip.lines = 2
            missing = NA, -
            asset.name = Engine {1}
            asset.serial = FD-\\
                {1}
            asset.type = Turbofan
            asset.location = Hall 2
            asset.parent = Fleet
            create.assets = yes
            create.metrics = yes
            create.types = true
            time.column = 2
            time.format = counter
            time.start = 2026-01-01T00:00:00Z
            time.interval = 90s
            time.first = 1
            metric.t.column = 3
            metric.t.unit = \\u00B0C
            metric.t.min = -10
            metric.t.max = 120.5
            metric.t.warning = 90
            metric.t.critical = 100
            metric.a_2.column = 4
            """);
        assertThat(mapping.format().separator()).isEqualTo("\t");
        assertThat(mapping.format().missing()).containsExactlyInAnyOrder("NA", "-");
        assertThat(mapping.asset().serial()).hasToString("FD-{1}");
        assertThat(mapping.time())
                .isEqualTo(new TimeRule.Counter(
                        new ColumnRef("2"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Duration.ofSeconds(90),
                        BigDecimal.ONE));
        assertThat(mapping.metrics()).extracting(MetricColumn::name).containsExactly("t", "a_2");
        assertThat(mapping.metrics().getFirst().unit()).isEqualTo("°C");
        assertThat(mapping.metrics().getFirst().limits().critical()).isEqualTo(new BigDecimal("100"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seperator = tab | 4 | seperator | did you mean separator",
                "separator = aaaaaaaa | 4 | separator | five other signs",
                "header = maybe | 4 | header | yes or no",
                "comment = // | 4 | comment | single sign",
                "decimal = x | 4 | decimal | point or comma",
                "decimal = comma | 4 | decimal | separated by commas",
                "encoding = klingon | 4 | encoding | no encoding known",
                "skip.lines = -1 | 4 | skip.lines | whole number",
                "asset.serial = {} | 4 | asset.serial | names no column",
                "asset.serial = {a}{b} | 4 | asset.serial | some text between",
                "asset.serial = {a | 4 | asset.serial | not closed",
                "create.assets = yes | 0 | asset.type | is needed to create assets",
                "time.format = sundial | 4 | time.format | is iso, epoch-seconds",
                "time.format = counter | 0 | time.start | is needed for a counter",
                "time.format = pattern | 0 | time.pattern | is needed",
                "time.pattern = HH | 4 | time.pattern | has no effect",
                "time.zone = Mars/Olympus | 4 | time.zone | no time zone",
                "metric.Temp.column = x | 4 | metric.Temp.column | a metric's name is",
                "metric.t.unti = x | 4 | metric.t.unti | ends in none of",
                "metric.t.min = warm | 4 | metric.t.min | is a number",
                "metric.t.max = 1e300 | 4 | metric.t.max | is between",
                "metric.t.unit = 123456789012345678901 | 4 | metric.t.unit | 20 signs",
                "metric.u.unit = x | 0 | metric.u.column | is needed",
                "metric.u.column = t | 4 | metric.u.column | another metric has already",
                "asset.name = again | 4 | asset.name | stands in line 1",
                "nonsense | 4 | '' | no key with a value",
            })
    void everyMistakeNamesItsKeyAndLine(String added, int line, String key, String sentence) {
        assertThat(mistakes(SMALLEST + added + "\n")).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.sentence()).contains(sentence);
        });
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(mistakes("header = perhaps\ndecimal = 7\n"))
                .extracting(Problem::key)
                .contains("header", "decimal", "asset.name", "time.column", "metric.<name>.column");
    }

    @Test
    void withoutAHeaderColumnsAreNumbers() {
        assertThat(mistakes("header = no\n" + SMALLEST))
                .extracting(Problem::line)
                .containsExactly(2, 3, 4);
    }

    @Test
    void templatesWorkBothWays() {
        Template template = Template.of("Line {line}, pump {2}");
        assertThat(template.fill(c -> c.text().equals("2") ? "7" : " B ")).isEqualTo("Line B, pump 7");
        assertThat(template.parse("Line B, pump 7"))
                .contains(Map.of(new ColumnRef("line"), "B", new ColumnRef("2"), "7"));
        assertThat(template.parse("Pump 7")).isEmpty();
        assertThat(Template.of("{1}-{1}").parse("a-b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "iso, 2026-01-31T06:00:00.125Z",
        "epoch-seconds, 1769839200.125",
        "epoch-millis, 1769839200125",
        "pattern, 31.01.2026 07:00:00.125",
    })
    void timesWorkBothWays(String format, String cell) {
        String pattern = format.equals("pattern") ? "time.pattern = dd.MM.yyyy HH:mm:ss.SSS\n" : "";
        TimeRule rule = understood(SMALLEST + "time.format = " + format + "\ntime.zone = Europe/Berlin\n" + pattern)
                .time();
        Instant instant = Instant.parse("2026-01-31T06:00:00.125Z");
        assertThat(rule.read(cell)).isEqualTo(instant);
        assertThat(rule.write(instant)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T07:00:00+01:00, 2026-01-31T06:00:00Z",
        "2026-01-31T07:00:00, 2026-01-31T06:00:00Z",
        "2026-01-31 07:00, 2026-01-31T06:00:00Z",
        "2026-01-31, 2026-01-30T23:00:00Z",
    })
    void isoTimesComeInManyForms(String cell, Instant instant) {
        assertThat(understood(SMALLEST + "time.zone = Europe/Berlin").time().read(cell))
                .isEqualTo(instant);
    }

    private static ImportMapping understood(String text) {
        MappingResult result = MappingParser.parse(text);
        assertThat(result).isInstanceOf(Understood.class);
        return ((Understood) result).mapping();
    }

    private static List<Problem> mistakes(String text) {
        MappingResult result = MappingParser.parse(text);
        assertThat(result).isInstanceOf(Mistaken.class);
        return ((Mistaken) result).problems();
    }
}
