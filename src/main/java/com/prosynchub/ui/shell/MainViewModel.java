package com.prosynchub.ui.shell;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What the frame itself knows: who is signed in, whether the rail is folded, and search for assets. FX thread. */
public final class MainViewModel {
    private static final String RAIL = "shell.rail.folded";
    private static final int HITS = 12;

    private final SignedInUser user;
    private final AssetService assets;
    private final TaskRunner tasks;
    private final BooleanProperty railFolded = new SimpleBooleanProperty();

    public MainViewModel(SignedInUser user, AssetService assets, TaskRunner tasks, Preferences preferences) {
        this.user = user;
        this.assets = assets;
        this.tasks = tasks;
        railFolded.set(preferences.getBoolean(RAIL, false));
        railFolded.subscribe((before, now) -> preferences.putBoolean(RAIL, now));
    }

    /** Finds assets for the palette; only the newest question is answered. A store that is down finds nothing. */
    public void findAssets(String text, Consumer<List<AssetHit>> answer) {
        tasks.run(() -> assets.search(text, HITS))
                .newest(TaskKey.of(this, "find"))
                .onSuccess(answer::accept)
                .onFailure(failure -> answer.accept(List.of()))
                .start();
    }

    public SignedInUser user() {
        return user;
    }

    public BooleanProperty railFoldedProperty() {
        return railFolded;
    }
}
