package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.dialog.Command;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.keys.KeyBindings;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.theme.Appearance;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The frame of one session: its parts, its keys, its beginning and its end. FX thread. */
public final class Shell {
    private static final KeyCombination FULL_SCREEN = new KeyCodeCombination(KeyCode.F11);
    private static final KeyCombination LOCK = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    private static final int SHORTEST_QUERY = 2;

    private final ShellParts parts;
    private final Workbench workbench;
    private final Navigator navigator;
    private final ShellOptions options;
    private final Commands commands;
    private final MainView frame;
    private final AlarmBarView alarmBar;
    private final RailView rail;
    private final LockView lock;
    private final Messages messages = Messages.of("shell");
    private @Nullable Cancellable ticking;

    Shell(ShellParts parts, Workbench workbench, Navigator navigator, ShellOptions options, Commands commands) {
        this.parts = parts;
        this.workbench = workbench;
        this.navigator = navigator;
        this.options = options;
        this.commands = commands;
        OverlayHost overlay = workbench.overlay();
        frame = new MainView(navigator, options.siteName());
        alarmBar = new AlarmBarView(
                parts.alarms(), workbench.formats(), asset -> navigator.open("assets", asset.toString()));
        rail = new RailView(
                commands.registry().screens(), navigator, parts.main().railFoldedProperty(), frame.compactProperty());
        StatusLineView status =
                new StatusLineView(parts.status(), parts.main().user().displayName(), options.version());
        frame.assemble(rail, alarmBar, status);
        frame.addRight(
                new NotificationsView(parts.notifications(), overlay, workbench.formats(), navigator),
                Buttons.icon(CarbonIcons.MAXIMIZE, messages.text("command.fullScreen"), this::fullScreen),
                new PersonMenu(
                        parts.main().user(),
                        options.appearance(),
                        () -> navigator.open("profile"),
                        personCommands(),
                        this::leave));
        frame.onSearch(() -> overlay.showPalette(palette(), this::find));
        overlay.palette(this::palette, this::find);
        overlay.bindable(() -> commands.bindable(own()));
        parts.status().bannerProperty().subscribe(frame::banner);
        parts.look()
                .roleProperty()
                .subscribe(role -> frame.look(
                        role.isEmpty() ? "" : messages.text("look.band", Words.role(role)), parts.look()::stop));
        overlay.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        overlay.addEventFilter(InputEvent.ANY, event -> parts.lock().touch());
        lock = new LockView(parts.lock());
        parts.lock().lockedProperty().subscribe((before, now) -> cover(now));
    }

    private void cover(boolean locked) {
        if (!locked) {
            workbench.overlay().unlock();
            return;
        }
        Screen screen = navigator.screen();
        Node kept = screen == null ? null : screen.whileLocked();
        lock.above(kept != null);
        workbench.overlay().lock(lock.root(), kept);
        lock.focus();
    }

    /** What stands in the person's own menu; commands of features whose id begins with {@code person.} do so too. */
    private List<Command> personCommands() {
        List<Command> listed = new ArrayList<>();
        listed.add(own("shell.lock", "person.lock", LOCK, () -> parts.lock().lock(false)));
        listed.add(own("shell.swap", "person.swap", null, () -> parts.lock().swap()));
        commands.all(Map.of()).stream()
                .filter(command -> command.id().startsWith("person."))
                .forEach(listed::add);
        return listed;
    }

    /** The node to put into the window. */
    public OverlayHost root() {
        return workbench.overlay();
    }

    /** It is in the window: begins to follow the plant and opens the first screen. */
    public void start() {
        parts.alarms().start();
        parts.status().start();
        parts.notifications().start();
        parts.lock().start();
        ticking = workbench.tasks().ui().every(Duration.ofSeconds(1), alarmBar::tick);
        if (navigator.screen() == null) {
            commands.registry().screens().stream().findFirst().ifPresent(spec -> navigator.open(spec.id()));
        }
        Screen screen = navigator.screen();
        if (screen != null) {
            screen.focus();
        }
        if (workbench.drafts().holds(parts.main().user().userId() + "/")) {
            workbench.notices().info(messages.text("drafts.kept"));
        }
    }

    /** The session is over: stops everything, closes every screen; unsaved work goes to the drafts. */
    public void close() {
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
        parts.alarms().stop();
        parts.status().stop();
        parts.notifications().stop();
        parts.lock().stop();
        workbench.overlay().abandon();
        navigator.close();
    }

    /**
     * The person may do other things than before: rail, palette and screens follow at once. A screen that is no longer
     * allowed closes and it is said why; one that still is waits with its new controls until an open dialog is answered.
     */
    public void followRights() {
        commands.registry().followRights();
        navigator.followRights();
        rail.show(commands.registry().screens());
        // Who begins or ends a look asked for what follows.
        boolean told = parts.look().follow();
        if (navigator.mustLeave()) {
            boolean kept = workbench.overlay().abandon();
            if (!told) {
                sayLeft(kept);
            }
            navigator.renew();
        } else {
            if (!told) {
                workbench.notices().info(messages.text("rights.changed"));
            }
            workbench.overlay().whenFree(navigator::renew);
        }
    }

    private void sayLeft(boolean keptDialog) {
        ScreenSpec gone = navigator.currentProperty().get();
        Screen screen = navigator.screen();
        if (gone != null && screen != null) {
            boolean kept = keptDialog || screen.unsavedWork().isDirty();
            workbench.notices().warning(messages.text(kept ? "rights.gone.kept" : "rights.gone", gone.title()));
        }
    }

    /** Runs {@code proceed} when nothing typed would be lost, or when the person agreed; for closing the window. */
    public void whenNothingIsLost(Runnable proceed) {
        navigator.whenNothingIsLost(proceed);
    }

    public Navigator navigator() {
        return navigator;
    }

    Parent frame() {
        return frame.root();
    }

    private void leave() {
        navigator.whenNothingIsLost(options.signOut());
    }

    private List<Command> palette() {
        return commands.all(own());
    }

    private Map<String, Command> own() {
        Map<String, Command> own = new LinkedHashMap<>();
        add(own, "shell.fullScreen", "command.fullScreen", FULL_SCREEN, this::fullScreen);
        for (Appearance.Choice choice : Appearance.Choice.values()) {
            add(own, "shell.theme." + choice.word(), "command.theme." + choice.word(), null, () -> options.appearance()
                    .choiceProperty()
                    .set(choice));
        }
        add(own, "shell.lock", "person.lock", LOCK, () -> parts.lock().lock(false));
        add(own, "shell.swap", "person.swap", null, () -> parts.lock().swap());
        if (!parts.look().roleProperty().get().isEmpty()) {
            add(own, "shell.stopLook", "look.stop", null, parts.look()::stop);
        }
        add(own, "shell.signOut", "person.signOut", null, this::leave);
        return own;
    }

    private void add(Map<String, Command> own, String id, String key, @Nullable KeyCombination keys, Runnable action) {
        own.put(id, own(id, key, keys, action));
    }

    private Command own(String id, String key, @Nullable KeyCombination keys, Runnable action) {
        return new Command(id, messages.text(key), keys, () -> true, action);
    }

    private void find(String text, Consumer<List<Command>> answer) {
        if (text.length() >= SHORTEST_QUERY) {
            parts.main().findAssets(text, hits -> answer.accept(commands.assets(hits)));
        }
    }

    private void fullScreen() {
        Screen shown = navigator.screen();
        if (shown != null && shown.fullScreen()) {
            return;
        }
        Window window = root().getScene() == null ? null : root().getScene().getWindow();
        if (window instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    private void onKey(KeyEvent event) {
        // Also over an open dialog, which is found again as it was.
        KeyCombination lockKeys = KeyBindings.of("shell.lock", LOCK);
        if (lockKeys != null && lockKeys.match(event)) {
            event.consume();
            parts.lock().lock(false);
            return;
        }
        if (workbench.overlay().isOpen()) {
            return;
        }
        for (Command command : commands.bindable(own())) {
            KeyCombination keys = KeyBindings.of(command.id(), command.shortcut());
            if (keys != null && keys.match(event) && command.enabledWhen().getAsBoolean()) {
                event.consume();
                command.action().run();
                return;
            }
        }
    }
}
