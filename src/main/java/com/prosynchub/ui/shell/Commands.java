package com.prosynchub.ui.shell;

import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.ui.kit.dialog.Command;
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

/** Everything the palette offers, and the keys that do it. FX thread. */
final class Commands {
    static final KeyCombination RELOAD = new KeyCodeCombination(KeyCode.F5);
    static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);
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

    /** The commands of the features, the screens, and the shell's own. */
    List<Command> all(Map<String, Command> own) {
        List<Command> commands = new ArrayList<>();
        features.forEach(feature -> commands.addAll(feature.commands()));
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

    private Command goTo(ScreenSpec spec, int index) {
        KeyCombination keys =
                index < DIGITS.size() ? new KeyCodeCombination(DIGITS.get(index), KeyCombination.SHORTCUT_DOWN) : null;
        return new Command(
                "go." + spec.id(),
                messages.text("command.go", spec.title()),
                keys,
                () -> true,
                () -> navigator.open(spec.id()));
    }
}
