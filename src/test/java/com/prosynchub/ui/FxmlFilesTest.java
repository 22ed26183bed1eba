package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each FXML file names its view, and the two agree on every field. That they load is seen in {@link WindowFxTest}. */
class FxmlFilesTest {
    private static final Path RESOURCES =
            Path.of(System.getProperty("project.basedir", "."), "src", "main", "resources");
    private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([\\w.]+)\"");
    private static final Pattern ID = Pattern.compile("fx:id=\"(\\w+)\"");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(RESOURCES.resolve("com/prosynchub/ui"))) {
            return walk.filter(path -> path.toString().endsWith(".fxml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileAndViewAgree(Path file) throws Exception {
        String text = Files.readString(file);
        Matcher controller = CONTROLLER.matcher(text);
        assertThat(controller.find()).as("fx:controller in %s", file).isTrue();
        Class<?> view = Class.forName(controller.group(1));
        assertThat(file.getFileName()).hasToString(view.getSimpleName() + ".fxml");
        assertThat(view.getResource(view.getSimpleName() + ".fxml")).isNotNull();
        Set<String> ids = new TreeSet<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            ids.add(id.group(1));
        }
        Set<String> fields = Arrays.stream(view.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(FXML.class))
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ids).containsAll(fields);
    }
}
