package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every FXML file on the class path is built, with its sentences, and fits the class that it names, field by field. */
@ExtendWith(FxToolkitExtension.class)
class FxmlLoadsFxTest {
    private static final String ROOT = "/com/prosynchub/ui";
    private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([\\w.]+)\"");

    static List<String> files() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(FxmlLoadsFxTest.class.getResource(ROOT + "/kit/messages.properties"))
                        .toURI())
                .getParent()
                .getParent();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".fxml"))
                    .map(file -> ROOT + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isBuiltAndFitsItsController(String file) {
        URL url = Objects.requireNonNull(FxmlLoadsFxTest.class.getResource(file));
        Class<?> controller = controllerOf(url, file);
        String feature =
                file.substring(ROOT.length() + 1, file.lastIndexOf('/')).replace('/', '.');
        Map<String, Object> made = Fx.call(() -> {
            FXMLLoader loader = new FXMLLoader(url, Messages.of(feature).bundle());
            // The real controllers want their models; what they would be given is looked at below instead.
            loader.setControllerFactory(asked -> new Object());
            loader.load();
            return loader.getNamespace();
        });
        List<String> unfit = new ArrayList<>();
        for (Field field : controller.getDeclaredFields()) {
            if (field.isAnnotationPresent(FXML.class) && !field.getType().isInstance(made.get(field.getName()))) {
                unfit.add(field.getType().getSimpleName() + " " + field.getName());
            }
        }
        assertThat(unfit)
                .as("fields of %s that %s does not fill", controller.getSimpleName(), file)
                .isEmpty();
    }

    private static Class<?> controllerOf(URL url, String file) {
        Matcher named = CONTROLLER.matcher(read(url));
        assertThat(named.find()).as("%s names its controller", file).isTrue();
        assertThat("/" + named.group(1).replace('.', '/') + ".fxml")
                .as("lies beside the class of its name")
                .isEqualTo(file);
        try {
            return Class.forName(named.group(1));
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(file + " names a class that is gone", gone);
        }
    }

    private static String read(URL url) {
        try (var in = url.openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
