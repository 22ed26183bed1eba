package com.prosynchub.ui.profile;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Appearance;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The own profile, open to everybody who may see the plant at all. One per session; FX thread. */
public final class ProfileFeature implements Feature {
    private static final int ORDER = 95;

    private final SessionServices services;
    private final Workbench bench;
    private final Outside outside;
    private final Supplier<Node> twoFactor;

    /**
     * What the profile needs that belongs to the window and not to the session.
     *
     * @param speak keeps the language and opens the window's content anew in it
     */
    public record Outside(Appearance appearance, AboutFacts about, Consumer<Language> speak) {}

    /** @param twoFactor makes the panel of the second factor, which the door has too */
    public ProfileFeature(SessionServices services, Workbench bench, Outside outside, Supplier<Node> twoFactor) {
        this.services = services;
        this.bench = bench;
        this.outside = outside;
        this.twoFactor = twoFactor;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "profile",
                Messages.of("profile"),
                "title",
                CarbonIcons.USER_PROFILE,
                Permission.of(Resource.ASSET, Action.READ),
                ORDER,
                () -> new ProfileScreen(services, bench, outside, twoFactor.get())));
    }
}
