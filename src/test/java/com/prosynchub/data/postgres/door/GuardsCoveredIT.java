package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Lines;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** No kind of trigger and no policy stands in the catalogue that no test takes away ({@code access/guards.txt}). */
class GuardsCoveredIT {
    private static final List<List<String>> LINES = Lines.table("/access/guards.txt");

    @Test
    void everyTriggerAndPolicyOfTheCatalogueIsTakenAwaySomewhere() throws SQLException {
        Set<String> told = LINES.stream()
                .map(line -> line.getFirst().replaceFirst("^opens ", "policy "))
                .collect(Collectors.toSet());
        List<String> live = new DoorPlant().column("""
            SELECT DISTINCT 'trigger ' || tgfoid::regprocedure FROM pg_trigger WHERE NOT tgisinternal
            UNION
            SELECT DISTINCT 'policy ' || polname FROM pg_policy\
            """);
        assertThat(live).hasSizeGreaterThan(40);
        assertThat(live.stream().filter(guard -> !told.contains(guard)))
                .as("a new guard needs a test that takes it away, and a line in access/guards.txt")
                .isEmpty();
        assertThat(told.stream()
                        .filter(guard -> guard.startsWith("trigger ") || guard.startsWith("policy "))
                        .filter(guard -> !live.contains(guard)))
                .as("these lines of access/guards.txt are about nothing any more")
                .isEmpty();
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        Map<String, List<String>> cases = Map.of(
                "GuardsIT", GuardsIT.guards().stream().map(Object::toString).toList(),
                "TableGuardsIT",
                        TableGuardsIT.guards().stream().map(Object::toString).toList());
        SoftAssertions all = new SoftAssertions();
        for (List<String> line : LINES) {
            String[] test = line.get(1).split(": ", 2);
            String type = test[0].substring(0, test[0].indexOf('.'));
            all.assertThat(isTest(test[0]))
                    .as("%s of %s", test[0], line.getFirst())
                    .isTrue();
            if (test.length > 1) {
                all.assertThat(cases.getOrDefault(type, List.of()))
                        .as(line.getFirst())
                        .contains(test[1]);
            }
        }
        all.assertThat(LINES.stream().map(line -> line.get(1)).toList())
                .as("cases that guard nothing that is named")
                .containsAll(cases.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(name -> entry.getKey() + ".withoutTheGuardTheAttackWorks: " + name))
                        .toList());
        all.assertAll();
    }

    /** Whether a class of this package has such a test, of its own or inherited. */
    static boolean isTest(String name) {
        int dot = name.indexOf('.');
        return tests(name.substring(0, dot)).contains(name.substring(dot + 1));
    }

    private static List<String> tests(String type) {
        try {
            Class<?> found = Class.forName(GuardsCoveredIT.class.getPackageName() + "." + type);
            return Stream.of(found, found.getSuperclass())
                    .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                    .filter(method -> Stream.of(Test.class, ParameterizedTest.class, TestFactory.class)
                            .anyMatch(method::isAnnotationPresent))
                    .map(Method::getName)
                    .toList();
        } catch (ClassNotFoundException gone) {
            return List.of();
        }
    }
}
