package com.prosynchub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule of the house turns red on the class that was planted to break it. */
class PlantedViolationsTest {
    private static final Map<String, String> CULPRITS = Map.ofEntries(
            Map.entry("01-model-knows-the-jdk", "LeakyModel"),
            Map.entry("01-ports-know-the-model", "LeakyPort"),
            Map.entry("01-adapters-know-no-service", "CuriousAdapter"),
            Map.entry("01-services-know-ports", "AdapterUser"),
            Map.entry("01-ui-knows-no-data", "DataInTheWindow"),
            Map.entry("01-launch-is-known-by-nobody", "LaunchUser"),
            Map.entry("02-view-model-purity", "ImpureViewModel"),
            Map.entry("03-views-see-no-service", "NosyView"),
            Map.entry("04-features-see-no-other-feature", "Neighbour"),
            Map.entry("05-kit-sees-no-feature", "KnowingKit"),
            Map.entry("06-platform-in-one-place", "PlatformCaller"),
            Map.entry("07-no-javafx-below-ui", "FxBelow"),
            Map.entry("08-service-methods-ask-the-gate", "UnguardedService"),
            Map.entry("09-no-set-style", "StyleSetter"),
            Map.entry("10-threads-in-one-place", "ThreadMaker"),
            Map.entry("11-relational-drivers-in-their-adapter", "SqlUser"),
            Map.entry("11-document-drivers-in-their-adapter", "DriverUser"),
            Map.entry("11-adapters-show-one-factory", "ShownAdapter"),
            Map.entry("12-no-cycles", "Cycle detected"),
            Map.entry("13-no-field-injection", "InjectedField"),
            Map.entry("13-no-standard-streams", "Printer"),
            Map.entry("13-no-java-util-logging", "OldLogger"),
            Map.entry("14-entities-at-home", "StrayEntity"),
            Map.entry("14-entities-stay-inside", "EntityGiver"),
            Map.entry("15-screen-names-in-ui", "MisplacedView"));

    @TestFactory
    Stream<DynamicTest> aBreachIsFound() {
        JavaClasses planted = new ClassFileImporter().importPackages("planted");
        Map<String, ArchRule> rules = new HouseRules("planted").all();
        assertThat(CULPRITS).containsOnlyKeys(rules.keySet());
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    EvaluationResult result = rule.getValue().evaluate(planted);
                    assertThat(result.hasViolation()).isTrue();
                    assertThat(String.join("\n", result.getFailureReport().getDetails()))
                            .contains(String.valueOf(CULPRITS.get(rule.getKey())));
                }));
    }
}
