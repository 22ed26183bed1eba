package com.prosynchub.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fifteen rules of the house for everything below one root package. The root is a parameter so that the same rules
 * judge the program and the planted violations.
 */
final class HouseRules {
    private static final String[] JAVAFX = {"javafx..", "com.sun.javafx.."};
    private static final String[] FX_SHELF = {
        "javafx.scene..",
        "javafx.stage..",
        "javafx.fxml..",
        "javafx.application..",
        "javafx.concurrent..",
        "javafx.css.."
    };
    private static final String[] RELATIONAL_DRIVERS = {
        "org.hibernate..",
        "jakarta.persistence..",
        "jakarta.data..",
        "com.zaxxer.hikari..",
        "org.flywaydb..",
        "org.postgresql..",
        "java.sql..",
        "javax.sql.."
    };
    private static final String[] DOCUMENT_DRIVERS = {"com.mongodb..", "org.bson.."};

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    /** All rules by the name under which a failure is reported. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("01-model-knows-the-jdk", modelKnowsTheJdk());
        rules.put("01-ports-know-the-model", portsKnowTheModel());
        rules.put("01-adapters-know-no-service", adaptersKnowNoService());
        rules.put("01-services-know-ports", servicesKnowPorts());
        rules.put("01-ui-knows-no-data", uiKnowsNoData());
        rules.put("01-launch-is-known-by-nobody", launchIsKnownByNobody());
        rules.put("02-view-model-purity", viewModelPurity());
        rules.put("03-views-see-no-service", viewsSeeNoService());
        rules.put("04-features-see-no-other-feature", featuresApart());
        rules.put("05-kit-sees-no-feature", kitSeesNoFeature());
        rules.put("06-platform-in-one-place", platformInOnePlace());
        rules.put("07-no-javafx-below-ui", noJavaFxBelowUi());
        rules.put("08-service-methods-ask-the-gate", serviceMethodsAskTheGate());
        rules.put("09-no-set-style", noSetStyle());
        rules.put("10-threads-in-one-place", threadsInOnePlace());
        rules.put("11-relational-drivers-in-their-adapter", driver("postgres", RELATIONAL_DRIVERS));
        rules.put("11-document-drivers-in-their-adapter", driver("mongo", DOCUMENT_DRIVERS));
        rules.put("11-adapters-show-one-factory", adaptersShowOneFactory());
        rules.put("12-no-cycles", noCycles());
        rules.put("13-no-field-injection", noFieldInjection());
        rules.put("13-no-standard-streams", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
        rules.put("13-no-java-util-logging", NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
        rules.put("14-entities-at-home", entitiesAtHome());
        rules.put("14-entities-stay-inside", entitiesStayInside());
        rules.put("15-screen-names-in-ui", screenNamesInUi());
        return rules;
    }

    private String in(String path) {
        return root + "." + path;
    }

    private ArchRule modelKnowsTheJdk() {
        return noClasses()
                .that()
                .resideInAPackage(in("model.."))
                .should()
                .dependOnClassesThat(outside("java..", "org.jspecify..", in("model..")));
    }

    private ArchRule portsKnowTheModel() {
        return noClasses()
                .that()
                .resideInAPackage(in("data"))
                .should()
                .dependOnClassesThat(outside("java..", "org.jspecify..", in("model.."), in("data")));
    }

    private ArchRule adaptersKnowNoService() {
        return noClasses()
                .that()
                .resideInAPackage(in("data.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("service.."), in("ui.."), in("launch.."));
    }

    private ArchRule servicesKnowPorts() {
        return noClasses()
                .that()
                .resideInAPackage(in("service.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("data.postgres.."), in("data.mongo.."), in("data.embedded.."), in("ui.."));
    }

    private ArchRule uiKnowsNoData() {
        return noClasses()
                .that()
                .resideInAPackage(in("ui.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("data.."));
    }

    private ArchRule launchIsKnownByNobody() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("launch.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("launch.."));
    }

    private ArchRule viewModelPurity() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FX_SHELF);
    }

    private ArchRule viewsSeeNoService() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("service.."), in("data.."));
    }

    private ArchRule featuresApart() {
        ArchRule apart = slices().matching(in("ui.(*).."))
                .namingSlices("feature $1")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(in("ui.kit.."), in("ui.text..")));
        return apart.because("features meet in the shell's registry, never in each other's code");
    }

    private ArchRule kitSeesNoFeature() {
        return noClasses()
                .that()
                .resideInAPackage(in("ui.kit.."))
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<JavaClass>("belong to a feature, the shell, data or service") {
                            @Override
                            public boolean test(JavaClass c) {
                                String p = c.getPackageName();
                                boolean feature = p.startsWith(in("ui.")) && !p.startsWith(in("ui.kit"));
                                return feature || p.startsWith(in("data")) || p.startsWith(in("service"));
                            }
                        });
    }

    private ArchRule platformInOnePlace() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("ui.kit.task.."), in("launch.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform");
    }

    private ArchRule noJavaFxBelowUi() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("model.."), in("data.."), in("service.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JAVAFX);
    }

    private ArchRule serviceMethodsAskTheGate() {
        return methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(in("service.."))
                        .and(simpleNameEndingWith("Service"))
                        .and(new DescribedPredicate<>("are classes") {
                            @Override
                            public boolean test(JavaClass c) {
                                return !c.isInterface();
                            }
                        }))
                .and()
                .arePublic()
                .and()
                .areNotStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(HouseConditions.askTheGateThemselves());
    }

    private ArchRule noSetStyle() {
        return noClasses()
                .should()
                .callMethodWhere(HouseConditions.named("setStyle"))
                .because("Java names style classes, never styles");
    }

    private ArchRule threadsInOnePlace() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("launch.."), in("ui.kit.task.."))
                .should()
                .callCodeUnitWhere(HouseConditions.makesAThread());
    }

    private ArchRule driver(String adapter, String[] packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("data." + adapter + ".."), in("data.embedded.."), in("launch.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private ArchRule adaptersShowOneFactory() {
        return classes()
                .that()
                .resideInAnyPackage(in("data.postgres"), in("data.mongo"))
                .and(HouseConditions.areNotTheFactoryNorItsConfiguration())
                .should()
                .notBePublic();
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("javax.inject.Inject");
    }

    private ArchRule entitiesAtHome() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("data.postgres.."))
                .should()
                .beAnnotatedWith("jakarta.persistence.Entity");
    }

    private ArchRule entitiesStayInside() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(
                        resideInAnyPackage(in("data.postgres..")).and(HouseConditions.publicClass()))
                .should(HouseConditions.notReturnAnEntity());
    }

    private ArchRule screenNamesInUi() {
        DescribedPredicate<JavaClass> screenName = simpleNameEndingWith("View")
                .or(simpleNameEndingWith("ViewModel"))
                .or(simpleNameEndingWith("Feature"))
                .or(simpleNameEndingWith("Row"));
        return noClasses()
                .that(screenName.and(DescribedPredicate.not(simpleName("Row"))))
                .should()
                .resideOutsideOfPackage(in("ui.."));
    }

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages).or(HouseConditions.primitives()));
    }
}
