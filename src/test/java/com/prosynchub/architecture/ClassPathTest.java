package com.prosynchub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One version of JavaFX reaches the class path, and each of its modules once. */
class ClassPathTest {
    private static final Pattern JAVAFX = Pattern.compile("(javafx-[a-z]+)-(\\d[0-9.]*)(?:-[a-z0-9-]+)?\\.jar");

    @Test
    void oneVersionOfJavaFx() {
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(p -> String.valueOf(Path.of(p).getFileName()))
                .toList();
        Map<String, TreeSet<String>> versions = versions(jars);
        assertThat(versions).containsKeys("javafx-base", "javafx-graphics", "javafx-controls", "javafx-fxml");
        assertThat(versions.values().stream().flatMap(TreeSet::stream).distinct())
                .as("JavaFX versions on the class path: %s", versions)
                .hasSize(1);
    }

    @Test
    void aSecondVersionWouldBeSeen() {
        Map<String, TreeSet<String>> versions =
                versions(List.of("javafx-base-26.0.2-linux.jar", "javafx-base-16.jar", "other-1.jar"));
        assertThat(versions.get("javafx-base")).containsExactly("16", "26.0.2");
    }

    private static Map<String, TreeSet<String>> versions(List<String> jars) {
        Map<String, TreeSet<String>> versions = new TreeMap<>();
        for (String jar : jars) {
            Matcher m = JAVAFX.matcher(jar);
            if (m.matches()) {
                versions.computeIfAbsent(m.group(1), k -> new TreeSet<>()).add(m.group(2));
            }
        }
        return versions;
    }
}
