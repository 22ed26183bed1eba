package com.prosynchub.ui.settings;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.site.SiteSettings;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;

/** The site's settings as the shell sees them. FX thread. */
final class SiteSettingsScreen extends LiveScreen {
    private static final Set<String> SHOWN =
            Set.of(ChangeService.SITE_SETTINGS, ChangeService.SIGN_IN_RULES, "roles", "users");

    private final SiteSettingsViewModel model;
    private final SignInRulesViewModel rules;
    private final AllForms forms;
    private final SiteSettingsView view;
    private final Workbench bench;
    private final UUID own;

    SiteSettingsScreen(SessionServices services, Workbench bench) {
        this.bench = bench;
        own = services.gate().user().userId();
        boolean editable = services.gate().may(Resource.SETTINGS, Action.UPDATE);
        model = new SiteSettingsViewModel(services.siteSettings(), bench.tasks(), bench.notices());
        rules = new SignInRulesViewModel(services.signInRules(), bench.tasks(), bench.notices());
        forms = new AllForms(model.form(), rules.form());
        view = new SiteSettingsView(model, rules, forms, bench, editable);
        if (editable) {
            whenShown(this::restore);
        }
        whenShown(this::refresh);
        rereadOn(
                bench.tasks().ui(),
                this::refresh,
                changed -> services.changes().subscribe(SHOWN, change -> changed.run())::close);
    }

    @Override
    public void close() {
        model.form().keep(bench.drafts(), own + "/settings");
        rules.form().keep(bench.drafts(), own + "/sign-in-rules");
    }

    private void restore() {
        boolean settings = model.form().restore(bench.drafts(), own + "/settings", SiteSettings.class);
        boolean signIn = rules.form().restore(bench.drafts(), own + "/sign-in-rules", SignInRules.class);
        if (settings || signIn) {
            bench.notices().info(Messages.of("settings").text("draft.restored"));
        }
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
        rules.load();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public UnsavedWork unsavedWork() {
        return forms;
    }
}
