package com.prosynchub.ui.roles;

import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Role;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;

/** Roles as the shell sees them. FX thread. */
final class RolesScreen extends LiveScreen {
    private static final Set<String> TABLES = Set.of("roles", "role_permissions", "users");

    private final SessionServices services;
    private final Workbench bench;
    private final RolesViewModel model;
    private final RolesView view;

    RolesScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        model = new RolesViewModel(
                services.roles(), bench.tasks(), bench.notices(), services.gate()::user, this::screens);
        RoleRights rights = RoleRights.of(services.gate());
        view = new RolesView(model, rights, bench);
        rereadOn(
                bench.tasks().ui(),
                model::load,
                signal -> services.changes().subscribe(TABLES, change -> signal.run())::close);
        whenShown(model::load);
        if (rights.update()) {
            whenShown(this::restore);
        }
    }

    private Map<String, Permission> screens() {
        Map<String, Permission> screens = new LinkedHashMap<>();
        bench.navigation().declared().forEach(spec -> screens.put(spec.title(), spec.permission()));
        return screens;
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void close() {
        model.form().keep(bench.drafts(), draftKey());
    }

    private void restore() {
        if (model.form().restore(bench.drafts(), draftKey(), Role.class)) {
            bench.notices().info(Messages.of("roles").text("draft.restored"));
        }
    }

    private String draftKey() {
        return services.gate().user().userId() + "/role";
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
