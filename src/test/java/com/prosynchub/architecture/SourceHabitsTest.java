package com.prosynchub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits that are measured on the source text: its form, its length, its catches, its null contract. */
class SourceHabitsTest {
    private static final int LONGEST_FILE = 400;
    private static final int MOST_ARGUMENTS = 6;
    private static final Pattern BROAD_CATCH =
            Pattern.compile("catch \\((?:final )?(?:Exception|Throwable|RuntimeException) ");

    /** A workstation's clock may be hours off; what people see and what is written goes by the database server's. */
    private static final Pattern OWN_CLOCK =
            Pattern.compile("\\b(?:Instant|Local(?:Date|Time|DateTime)|ZonedDateTime|OffsetDateTime|YearMonth|Year)"
                    + "\\.now\\(\\)|Clock\\.system|InstantSource\\.system|currentTimeMillis|new Date\\(\\)");

    /** Here the computer's own clock is the right one, or there is no other. */
    private static final Set<String> MAY_READ_OWN_CLOCK = Set.of(
            // before anybody signed in, and where no session is
            "SiteClock",
            "Formats",
            "FxUiScheduler",
            "MongoStore",
            "Codecs",
            // the host of the stores, whose clock the site goes by
            "Certificates",
            "DocumentServer",
            "KeyMaterial",
            "DemoHost",
            "Holder",
            "LockOrHolder",
            "PostgresServer",
            "MongoSetUp");

    /** Boundaries, where whatever comes must be answered: each says why in its own class comment. */
    private static final Set<String> MAY_CATCH_ANYTHING = Boundaries.NAMES;

    @Test
    void everyFileIsFormatted() throws FormatterException {
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<String> unformatted = new ArrayList<>();
        for (Path file : all()) {
            String text = SourceFiles.read(file);
            if (!text.equals(formatted(formatter, text))) {
                unformatted.add(SourceFiles.shown(file));
            }
        }
        assertThat(unformatted).as("not in palantir-java-format's form").isEmpty();
    }

    @Test
    void anUnformattedFileIsNoticed() throws FormatterException {
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        String crooked = "class  A{int b ;}\n";
        assertThat(formatted(formatter, crooked)).isNotEqualTo(crooked);
    }

    @Test
    void filesStayShort() {
        List<String> tooLong = all().stream()
                .filter(f -> SourceFiles.read(f).lines().count() > LONGEST_FILE)
                .map(SourceFiles::shown)
                .toList();
        assertThat(tooLong).as("files over %d lines", LONGEST_FILE).isEmpty();
    }

    @Test
    void constructorsTakeFewArguments() {
        List<String> greedy = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.prosynchub")
                        .stream()
                        .filter(c -> !c.isRecord() && !c.isEnum())
                        .flatMap(SourceHabitsTest::constructors)
                        .filter(c -> c.getRawParameterTypes().size() > MOST_ARGUMENTS)
                        .map(JavaConstructor::getFullName)
                        .toList();
        assertThat(greedy)
                .as("constructors with more than %d arguments", MOST_ARGUMENTS)
                .isEmpty();
    }

    @Test
    void broadCatchesAreAtBoundaries() {
        List<String> broad = SourceFiles.java(SourceFiles.MAIN).stream()
                .filter(f -> BROAD_CATCH.matcher(SourceFiles.read(f)).find())
                .map(f -> f.getFileName().toString().replace(".java", ""))
                .filter(name -> !MAY_CATCH_ANYTHING.contains(name))
                .toList();
        assertThat(broad)
                .as("classes that catch everything without being a named boundary")
                .isEmpty();
    }

    @Test
    void namedBoundariesStillCatch() {
        List<String> catching = SourceFiles.java(SourceFiles.MAIN).stream()
                .filter(f -> BROAD_CATCH.matcher(SourceFiles.read(f)).find())
                .map(f -> f.getFileName().toString().replace(".java", ""))
                .toList();
        assertThat(catching).as("boundaries that need the name no longer").containsAll(MAY_CATCH_ANYTHING);
    }

    @Test
    void onlyNamedClassesReadTheComputersClock() {
        Set<String> reading = SourceFiles.java(SourceFiles.MAIN).stream()
                .filter(f -> OWN_CLOCK.matcher(SourceFiles.read(f)).find())
                .map(f -> f.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(reading)
                .as("classes that go by the computer's own clock")
                .containsExactlyInAnyOrderElementsOf(MAY_READ_OWN_CLOCK);
    }

    @Test
    void everyViewModelHasItsTest() {
        Set<String> tests = SourceFiles.java(SourceFiles.TEST).stream()
                .map(f -> f.getFileName().toString())
                .collect(Collectors.toSet());
        List<String> untested = SourceFiles.java(SourceFiles.MAIN).stream()
                .map(f -> f.getFileName().toString())
                .filter(name -> name.endsWith("ViewModel.java"))
                .filter(name -> !tests.contains(name.replace(".java", "Test.java")))
                .toList();
        assertThat(untested).as("view models without a test").isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = SourceFiles.java(SourceFiles.MAIN).stream()
                .map(Path::getParent)
                .distinct()
                .filter(p -> !p.resolve("package-info.java").toFile().isFile()
                        || !SourceFiles.read(p.resolve("package-info.java")).contains("@NullMarked"))
                .map(SourceFiles::shown)
                .toList();
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    private static Stream<JavaConstructor> constructors(JavaClass c) {
        return c.getConstructors().stream();
    }

    private static List<Path> all() {
        List<Path> files = new ArrayList<>(SourceFiles.java(SourceFiles.MAIN));
        files.addAll(SourceFiles.java(SourceFiles.TEST));
        assertThat(files).isNotEmpty();
        return files;
    }

    private static String formatted(Formatter formatter, String text) throws FormatterException {
        return formatter.formatSourceAndFixImports(text);
    }
}
