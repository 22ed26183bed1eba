package com.prosynchub.ui.settings;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** The site's settings as the shell sees them. FX thread. */
final class SiteSettingsScreen extends LiveScreen {
    private final SiteSettingsViewModel model;
    private final SiteSettingsView view;

    SiteSettingsScreen(SessionServices services, Workbench bench) {
        model = new SiteSettingsViewModel(services.siteSettings(), bench.tasks(), bench.notices());
        view = new SiteSettingsView(model, bench, services.gate().may(Resource.SETTINGS, Action.UPDATE));
        whenShown(model::load);
        rereadOn(
                bench.tasks().ui(),
                model::load,
                changed -> services.changes().subscribe(Set.of("site_settings"), change -> changed.run())::close);
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void open(String target) {
        view.showTab(target);
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public UnsavedWork unsavedWork() {
        return model.form();
    }
}
