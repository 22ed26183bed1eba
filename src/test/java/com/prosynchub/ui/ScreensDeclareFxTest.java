package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.view.Drafts;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Navigation;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.Workbench;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the shell must know of every screen is there: a permission, a title that exists, an icon, one id and one order. */
@ExtendWith(FxToolkitExtension.class)
class ScreensDeclareFxTest {
    private static final List<String> EXPECTED = List.of(
            "home",
            "assets",
            "workorders",
            "trends",
            "wall",
            "metrics",
            "locations",
            "asset-types",
            "imports",
            "ingest",
            "activity",
            "users",
            "roles",
            "audit",
            "settings",
            "profile");

    private List<Feature> features = List.of();

    @BeforeEach
    void make() {
        features = Fx.call(() -> {
            DirectTaskRunner tasks = new DirectTaskRunner();
            Navigation nowhere = (screen, target) -> {};
            Workbench bench = new Workbench(
                    tasks,
                    Formats.local(),
                    new MemoryPreferences(),
                    new OverlayHost(new Group(), tasks.ui()),
                    nowhere,
                    new Drafts());
            return SampleWindow.features(UiSite.ofAdministrator().services, bench);
        });
    }

    @Test
    void everyFeatureIsLookedAt() {
        Set<String> there = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.prosynchub.ui")
                        .stream()
                        .filter(type -> type.isAssignableTo(Feature.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(features)
                .extracting(feature -> feature.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void everyScreenDeclaresWhatTheShellNeeds() {
        List<ScreenSpec> screens = screens();
        assertThat(screens).extracting(ScreenSpec::id).containsExactlyInAnyOrderElementsOf(EXPECTED);
        assertThat(screens).extracting(ScreenSpec::order).doesNotHaveDuplicates();
        for (ScreenSpec screen : screens) {
            assertThat(screen.messages().has(screen.titleKey()))
                    .as("title of %s", screen.id())
                    .isTrue();
            assertThat(screen.title()).isNotBlank();
            assertThat(screen.icon().getDescription()).startsWith("ci-");
            assertThat(screen.permission().key()).contains(":");
        }
    }

    @Test
    void theRailStandsInTheOrderOfTheWork() {
        List<ScreenSpec> sorted = new ArrayList<>(screens());
        sorted.sort(java.util.Comparator.comparingInt(ScreenSpec::order));
        assertThat(sorted).extracting(ScreenSpec::id).isEqualTo(EXPECTED);
    }

    @Test
    void commandsHaveAnIdOfTheirOwnAndWords() {
        var commands = features.stream().flatMap(f -> f.commands().stream()).toList();
        assertThat(commands)
                .extracting(com.prosynchub.ui.kit.dialog.Command::id)
                .doesNotHaveDuplicates();
        assertThat(commands)
                .allMatch(command ->
                        !command.title().isBlank() && !command.title().startsWith("["));
    }

    private List<ScreenSpec> screens() {
        return features.stream().flatMap(feature -> feature.screens().stream()).toList();
    }
}
