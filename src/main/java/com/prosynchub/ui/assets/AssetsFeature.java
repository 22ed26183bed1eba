package com.prosynchub.ui.assets;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.dialog.Command;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The assets screen and its commands. One per session; FX thread. */
public final class AssetsFeature implements Feature {
    private static final String ID = "assets";
    private static final int ORDER = 20;

    private final SessionServices services;
    private final Workbench bench;
    private @Nullable AssetsScreen screen;

    public AssetsFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                ID,
                Messages.of(ID),
                "title",
                CarbonIcons.TREE_VIEW_ALT,
                Permission.of(Resource.ASSET, Action.READ),
                ORDER,
                this::make));
    }

    @Override
    public List<Command> commands() {
        if (!services.gate().may(Resource.ASSET, Action.CREATE)) {
            return List.of();
        }
        return List.of(new Command(
                "asset.create", Messages.of(ID).text("new.verb"), Shortcut.NEW.keys(), () -> true, this::create));
    }

    private AssetsScreen make() {
        AssetsScreen made = new AssetsScreen(services, bench);
        screen = made;
        return made;
    }

    private void create() {
        bench.navigation().open(ID);
        AssetsScreen open = screen;
        if (open != null) {
            open.createBelowChosen();
        }
    }
}
