package com.prosynchub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.prosynchub.fixture.WindowTable;
import com.prosynchub.fixture.WindowTable.Line;
import com.prosynchub.model.access.Permission;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The window's controls open with the rights of the methods behind them: nobody finds a control that is then refused, and
 * nobody who may use a method finds no control. With {@code WindowMatrixFxTest} and {@code StatementMatrixIT} this makes
 * window, service and database agree for every right.
 */
class WindowLeadsToServicesTest {
    private static final Map<String, Set<Permission>> OPENS = ServiceRights.all();

    @Test
    void everyMethodHasItsControlOrSaysWhyNot() {
        Set<String> led = new HashSet<>();
        WindowTable.lines().forEach(line -> led.addAll(line.methods()));
        assertThat(OPENS.keySet().stream().filter(method -> !led.contains(method)))
                .as("a new method of a service needs a line in access/window.txt")
                .isEmpty();
        assertThat(led.stream().filter(method -> !OPENS.containsKey(method)))
                .as("these lines of access/window.txt lead to no method")
                .isEmpty();
    }

    @Test
    void whoeverFindsAControlMayUseWhatItLeadsTo() {
        SoftAssertions all = new SoftAssertions();
        for (Line line : WindowTable.lines()) {
            for (String method : line.methods()) {
                for (Set<Permission> enough : line.any()) {
                    all.assertThat(enough)
                            .as("%s %s leads to %s", line.screen(), line.control(), method)
                            .containsAnyElementsOf(OPENS.getOrDefault(method, Set.of()));
                }
                all.assertThat(line.any())
                        .as("%s %s says whom it is for", line.screen(), line.control())
                        .isNotEmpty();
            }
        }
        all.assertAll();
    }

    @Test
    void whoeverMayUseAMethodFindsAControl() {
        Map<String, Set<Permission>> found = new TreeMap<>();
        for (Line line : WindowTable.lines()) {
            line.methods().forEach(method -> {
                Set<Permission> rights = found.computeIfAbsent(method, any -> new HashSet<>());
                line.any().forEach(rights::addAll);
            });
        }
        SoftAssertions all = new SoftAssertions();
        OPENS.forEach((method, rights) ->
                all.assertThat(found.getOrDefault(method, Set.of())).as(method).containsAll(rights));
        all.assertAll();
    }

    @TestFactory
    Stream<DynamicTest> whatARoleMustNotDoIsRefused() {
        return WindowTable.never().stream()
                .filter(never -> never.who().stream().anyMatch(OPENS::containsKey))
                .map(never -> dynamicTest(never.role() + ": " + never.what(), () -> {
                    for (RoleMatrixTest.Row row : RoleMatrixTest.MATRIX) {
                        if (never.who().contains(row.method())) {
                            assertThat(RoleMatrixTest.deniedBy(row, RoleMatrixTest.session(never.role())))
                                    .as(row.method())
                                    .isTrue();
                        }
                    }
                    assertThat(never.who()).allMatch(word -> OPENS.containsKey(word) || word.contains(":"));
                }));
    }
}
