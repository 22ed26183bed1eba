package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import com.prosynchub.ui.login.LoginFeature;
import com.prosynchub.ui.login.SignInOptions;
import com.prosynchub.ui.login.SignInView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every screen in every language at the smallest window: no key without words, and none of the program's own words cut off.
 * What people typed, such as names in tables, may be.
 */
@ExtendWith(FxToolkitExtension.class)
class LanguagesFxTest {
    private static final Path TEXTS =
            Path.of(System.getProperty("project.basedir", ".")).resolve("src/main/resources/com/prosynchub/ui");
    private static final Pattern MISSING = Pattern.compile("\\[[a-z]+\\.[A-Za-z0-9_.]+]");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyScreenSpeaksAndNothingIsCutOff(Language language) throws IOException {
        Fx.run(language::use);
        Set<String> own = ownWords(language);
        Set<String> wrong = new TreeSet<>();
        SampleWindow window = Fx.call(() -> {
            SampleWindow made = new SampleWindow(new SamplePlant("Administrator"));
            made.shell.start();
            return made;
        });
        Scene scene = Fx.call(() -> scene(window.shell.root()));
        List<String> screens = Fx.call(() -> SampleWindow.features(window.site.services, window.bench()).stream()
                .flatMap(feature -> feature.screens().stream())
                .map(spec -> spec.id())
                .toList());
        for (String screen : screens) {
            Fx.run(() -> window.shell.navigator().open(screen));
            settle(scene);
            look(scene.getRoot(), screen, own, wrong);
            for (int tab = 1; tab < tabs(scene); tab++) {
                int chosen = tab;
                Fx.run(() -> Objects.requireNonNull(tabPane(scene))
                        .getSelectionModel()
                        .select(chosen));
                settle(scene);
                look(scene.getRoot(), screen + " tab " + (tab + 1), own, wrong);
            }
        }
        Fx.run(() -> window.shell.close());
        SignInView door = Fx.call(() -> {
            SignInView made = new LoginFeature(
                            SampleWindow.signIn(window.site), window.site.health(), window.tasks, window.formats)
                    .signIn(new SignInOptions("Nordholm dairy", "0.1.0", List.of()), user -> {});
            made.offerLanguages(chosen -> {});
            made.onShown();
            return made;
        });
        Scene atTheDoor = Fx.call(() -> scene(door.root()));
        settle(atTheDoor);
        look(atTheDoor.getRoot(), "sign-in", own, wrong);
        Fx.run(door::onHidden);
        assertThat(wrong).isEmpty();
    }

    private static Scene scene(Parent root) {
        Scene made = new Scene(root, 1280, 800);
        ThemeManager.apply(made, Theme.LIGHT, 100);
        return made;
    }

    private static void settle(Scene scene) {
        for (int i = 0; i < 3; i++) {
            Fx.pulse();
            Fx.run(() -> scene.snapshot(null));
        }
    }

    private static int tabs(Scene scene) {
        return Fx.call(() -> {
            TabPane pane = tabPane(scene);
            return pane == null || !pane.isVisible() ? 0 : pane.getTabs().size();
        });
    }

    private static @Nullable TabPane tabPane(Scene scene) {
        return (TabPane) scene.getRoot().lookup(".tab-pane");
    }

    private static void look(Node root, String where, Set<String> own, Set<String> wrong) {
        Fx.run(() -> {
            List<Labeled> labels = new ArrayList<>();
            collect(root, labels);
            for (Labeled label : labels) {
                String text = label.getText();
                if (text == null || text.isBlank()) {
                    continue;
                }
                if (MISSING.matcher(text).find()) {
                    wrong.add(where + ": no words for " + text);
                }
                Node shown = label.lookup(".text");
                boolean owned = own.contains(text) || label instanceof Button;
                if (owned && shown instanceof Text drawn && drawn.getText().endsWith("...") && !text.endsWith("...")) {
                    wrong.add(where + ": “" + text + "” is cut to “" + drawn.getText() + "” in " + label.getStyleClass()
                            + label.getParent().getStyleClass());
                }
            }
        });
    }

    private static void collect(Node node, List<Labeled> labels) {
        if (!node.isVisible() || (node.getParent() != null && !node.isManaged())) {
            return;
        }
        if (node instanceof Labeled label
                && label.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY) {
            labels.add(label);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, labels));
        }
    }

    /** Sentences that need nothing filled in. */
    private static Set<String> ownWords(Language language) throws IOException {
        try (Stream<Path> features = Files.list(TEXTS)) {
            return features.filter(folder -> Files.exists(folder.resolve("messages.properties")))
                    .map(folder -> Messages.of(folder.getFileName().toString(), language.locale()))
                    .flatMap(messages -> messages.bundle().keySet().stream().map(messages::text))
                    .filter(text -> !text.contains("{"))
                    .collect(Collectors.toSet());
        }
    }
}
