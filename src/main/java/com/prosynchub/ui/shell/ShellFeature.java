package com.prosynchub.ui.shell;

import com.prosynchub.service.health.StoreHealthService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.keys.KeyBindings;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.view.Drafts;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/**
 * Makes the frame around the screens of one session. Features are asked for through a function, since they need the workbench
 * that the frame provides. FX thread.
 */
public final class ShellFeature {
    private final TaskRunner tasks;
    private final Formats formats;
    private final Preferences preferences;
    private final StoreHealthService health;
    /** Outlives sessions, so that unsaved work is found again after signing in anew. */
    private final Drafts drafts;

    public ShellFeature(TaskRunner tasks, Formats formats, Preferences preferences, StoreHealthService health) {
        this(tasks, formats, preferences, health, new Drafts());
    }

    private ShellFeature(
            TaskRunner tasks, Formats formats, Preferences preferences, StoreHealthService health, Drafts drafts) {
        this.tasks = tasks;
        this.formats = formats;
        this.preferences = preferences;
        this.health = health;
        this.drafts = drafts;
    }

    /** The same, with the same unsaved work, for another language or person. */
    public ShellFeature with(Formats spoken, Preferences own) {
        return new ShellFeature(tasks, spoken, own, health, drafts);
    }

    /**
     * Opens the frame for a session.
     *
     * @param features makes the features on the workbench they are to use
     */
    public Shell open(SessionServices services, ShellOptions options, Function<Workbench, List<Feature>> features) {
        KeyBindings.follow(preferences);
        StackPane stage = new StackPane();
        stage.setAlignment(Pos.TOP_LEFT);
        OverlayHost overlay = new OverlayHost(stage, tasks.ui());
        LateNavigation navigation = new LateNavigation();
        Workbench workbench = new Workbench(tasks, formats, preferences, overlay, navigation, drafts);
        List<Feature> made = features.apply(workbench);
        ScreenRegistry registry = new ScreenRegistry(made, services.gate()::may);
        Navigator navigator = new Navigator(registry, overlay.dialogs());
        navigation.follow(navigator);
        ShellParts parts = new ShellParts(
                new MainViewModel(services.gate().user(), services.assets(), tasks, preferences),
                new AlarmBarViewModel(services.metrics(), services.assets(), services.changes(), tasks),
                new StatusLineViewModel(health, services.changes(), tasks, formats),
                new NotificationsViewModel(services.notifications(), services.changes(), tasks, preferences),
                new LockViewModel(
                        options.door(),
                        services.signInRules(),
                        services.changes(),
                        tasks,
                        formats,
                        services.gate().user()),
                new LookViewModel(services.gate(), services.roles(), tasks));
        Shell shell = new Shell(parts, workbench, navigator, options, new Commands(registry, navigator, made));
        stage.getChildren().add(shell.frame());
        return shell;
    }
}
