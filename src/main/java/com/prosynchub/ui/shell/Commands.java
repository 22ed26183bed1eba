package com.prosynchub.ui.shell;

import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.ui.kit.dialog.Command;
import com.prosynchub.ui.kit.keys.KeyBindings;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.ScreenSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Everything the palette offers, and the keys that do it. FX thread. */
final class Commands {
    private static final KeyCombination RELOAD = new KeyCodeCombination(KeyCode.F5);
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    private final ScreenRegistry registry;
    private final Navigator navigator;
    private final List<Feature> features;
    private final Messages messages = Messages.of("shell");

    Commands(ScreenRegistry registry, Navigator navigator, List<Feature> features) {
        this.registry = registry;
        this.navigator = navigator;
        this.features = List.copyOf(features);
    }

    ScreenRegistry registry() {
        return registry;
    }

    /** The commands of the features, the screens, and the shell's own, with the keys in force. */
    List<Command> all(Map<String, Command> own) {
        List<Command> commands = new ArrayList<>();
        features.stream()
                .flatMap(feature -> feature.commands().stream())
                .filter(command -> command.shortcut() != null)
                .forEach(commands::add);
        bindable(own).stream().map(Command::bound).forEach(commands::add);
        return commands;
    }

    /**
     * Those whose keys belong to the command alone, with the standard ones. A feature's command that comes with keys is not
     * among them: those are a {@link com.prosynchub.ui.kit.keys.Shortcut}, which the screen in front answers.
     */
    List<Command> bindable(Map<String, Command> own) {
        List<Command> commands = new ArrayList<>();
        features.stream()
                .flatMap(feature -> feature.commands().stream())
                .filter(command -> command.shortcut() == null)
                .forEach(commands::add);
        List<ScreenSpec> screens = registry.screens();
        for (int i = 0; i < screens.size(); i++) {
            commands.add(goTo(screens.get(i), i));
        }
        commands.add(new Command("shell.reload", messages.text("command.reload"), RELOAD, () -> true, this::reload));
        commands.add(new Command("shell.back", messages.text("nav.back"), BACK, () -> true, navigator::back));
        commands.add(
                new Command("shell.forward", messages.text("nav.forward"), FORWARD, () -> true, navigator::forward));
        commands.addAll(own.values());
        return commands;
    }

    List<Command> assets(List<AssetHit> hits) {
        return hits.stream()
                .map(hit -> new Command(
                        "asset." + hit.node().id(),
                        String.join(" / ", hit.pathNames()),
                        () -> navigator.open("assets", hit.node().id().toString())))
                .toList();
    }

    void reload() {
        Screen screen = navigator.screen();
        if (screen != null) {
            screen.refresh();
        }
    }

    /** The keys that lead to the screen at that place of the rail; null for none. */
    static @Nullable KeyCombination keysOf(ScreenSpec spec, int index) {
        return KeyBindings.of("go." + spec.id(), standard(index));
    }

    private static @Nullable KeyCombination standard(int index) {
        return index < DIGITS.size() ? new KeyCodeCombination(DIGITS.get(index), KeyCombination.SHORTCUT_DOWN) : null;
    }

    private Command goTo(ScreenSpec spec, int index) {
        return new Command(
                "go." + spec.id(),
                messages.text("command.go", spec.title()),
                standard(index),
                () -> true,
                () -> navigator.open(spec.id()));
    }
}
