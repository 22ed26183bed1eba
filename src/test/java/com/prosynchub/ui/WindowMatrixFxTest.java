package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.WindowTable;
import com.prosynchub.model.access.Permission;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The window of every right against {@code access/window.txt}: whoever holds a right finds its controls, whoever lacks it
 * does not, and a control or screen that has no line there is found.
 */
@ExtendWith(FxToolkitExtension.class)
class WindowMatrixFxTest {
    private static final String PALETTE = "palette ";
    private static final String SAYS = "says ";
    private static final Set<Permission> ALL =
            SeededRoles.all().values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    @Test
    void whoHoldsEverythingFindsWhatTheTableSaysAndNothingElse() {
        assertThat(ALL).containsAll(WindowTable.rights());
        compare(ALL, WindowTable.screens());
    }

    @Test
    void whoMayOnlySeeTheScreensFindsWhatIsForEverybody() {
        Set<Permission> rails = WindowTable.lines().stream()
                .filter(line -> line.control().equals(WindowTable.RAIL))
                .flatMap(line -> line.any().stream().flatMap(Set::stream))
                .collect(Collectors.toSet());
        compare(rails, WindowTable.screens());
    }

    /** The screens ask for rights of their own, so that one right of each can be taken away at a time. */
    @Test
    void withoutARightItsControlsAreGoneAndNoOthers() {
        int most = WindowTable.screens().stream()
                .mapToInt(screen -> WindowTable.rightsOn(screen).size())
                .max()
                .orElseThrow();
        for (int round = 0; round < most; round++) {
            Set<Permission> held = new HashSet<>(ALL);
            Set<String> touched = new TreeSet<>();
            for (String screen : WindowTable.screens()) {
                List<Permission> rights = WindowTable.rightsOn(screen);
                if (round < rights.size()) {
                    held.remove(rights.get(round));
                    touched.add(screen);
                }
            }
            compare(held, touched);
        }
    }

    @Test
    void withoutItsOwnRightAScreenIsNotInTheRail() {
        SoftAssertions all = new SoftAssertions();
        for (Permission right : railRights()) {
            Set<Permission> held = new HashSet<>(ALL);
            held.remove(right);
            try (WindowControls window = new WindowControls(held)) {
                all.assertThat(window.rail()).as("without %s", right).isEqualTo(WindowTable.screensOf(held));
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Administrator", "Manager", "Operator", "Technician", "Viewer"})
    void everyRoleFindsWhatItsRightsAreForAndNothingThatItMustNotSee(String role) {
        Set<Permission> held = SeededRoles.all().getOrDefault(role, Set.of());
        SoftAssertions all = new SoftAssertions();
        try (WindowControls window = new WindowControls(held)) {
            Map<String, Set<String>> there = compare(window, held, WindowTable.screens(), all);
            for (WindowTable.Never never : WindowTable.never()) {
                if (never.role().equals(role) && !never.screen().isEmpty()) {
                    Set<String> controls =
                            switch (never.control()) {
                                case WindowTable.RAIL -> window.rail();
                                default -> there.getOrDefault(never.screen(), Set.of());
                            };
                    all.assertThat(controls)
                            .as("%s must not see or do: %s", role, never.what())
                            .doesNotContain(
                                    never.control().equals(WindowTable.RAIL) ? never.screen() : never.control());
                    if (never.control().startsWith(SAYS)) {
                        String words = never.control().substring(SAYS.length());
                        all.assertThat(window.words(never.screen()))
                                .as("%s must not read: %s", role, never.what())
                                .isNotEmpty()
                                .noneMatch(said -> said.contains(words));
                    }
                }
            }
        }
        all.assertAll();
    }

    /** What the roles above must not find is there for somebody else: the table's words are those of the window. */
    @Test
    void whatSomeMustNotSeeIsThereForOthers() {
        SoftAssertions all = new SoftAssertions();
        for (WindowTable.Never never : WindowTable.never()) {
            if (!never.screen().isEmpty() && !never.control().startsWith(SAYS)) {
                all.assertThat(WindowTable.lines())
                        .as(never.what())
                        .anyMatch(line -> line.screen().equals(never.screen())
                                && line.control().equals(never.control()));
            }
        }
        all.assertAll();
        try (WindowControls window = new WindowControls(ALL)) {
            window.on("assets");
            assertThat(window.words("assets")).contains("Purchase cost");
        }
    }

    private static Set<Permission> railRights() {
        return WindowTable.lines().stream()
                .filter(line -> line.control().equals(WindowTable.RAIL))
                .flatMap(line -> line.any().stream().flatMap(Set::stream))
                .collect(Collectors.toSet());
    }

    private static void compare(Set<Permission> held, Collection<String> screens) {
        SoftAssertions all = new SoftAssertions();
        try (WindowControls window = new WindowControls(held)) {
            compare(window, held, screens, all);
        }
        all.assertAll();
    }

    private static Map<String, Set<String>> compare(
            WindowControls window, Set<Permission> held, Collection<String> screens, SoftAssertions all) {
        Set<String> open = WindowTable.screensOf(held);
        Set<String> anywhere = new TreeSet<>(open);
        anywhere.add(WindowTable.EVERYWHERE);
        Set<String> missing = ALL.stream()
                .filter(right -> !held.contains(right))
                .map(Permission::key)
                .collect(Collectors.toCollection(TreeSet::new));
        all.assertThat(window.rail()).as("the rail without %s", missing).isEqualTo(open);
        all.assertThat(window.commands())
                .as("commands without %s", missing)
                .isEqualTo(found(held, anywhere, control -> control.startsWith(PALETTE)));
        Map<String, Set<String>> there = new HashMap<>();
        for (String screen : screens) {
            Set<String> here = open.contains(screen) ? Set.of(screen) : Set.of();
            Set<String> controls = window.on(screen);
            there.put(screen, controls);
            all.assertThat(controls)
                    .as("on %s without %s", screen, missing)
                    .isEqualTo(found(held, here, control -> !control.startsWith(PALETTE)));
        }
        return there;
    }

    private static Set<String> found(Set<Permission> held, Set<String> screens, Predicate<String> kind) {
        return screens.stream()
                .flatMap(screen -> WindowTable.on(screen).stream())
                .filter(line -> line.foundBy(held))
                .map(WindowTable.Line::control)
                .filter(kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
