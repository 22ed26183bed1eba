package com.prosynchub.ui.users;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.site.CodeKind;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** Users as the shell sees them. FX thread. */
final class UsersScreen extends LiveScreen {
    private final UsersViewModel model;
    private final UsersView view;

    UsersScreen(SessionServices services, Workbench bench) {
        model = new UsersViewModel(
                services.users(),
                services.twoFactor(),
                services.locations(),
                services.gate().user().userId(),
                bench.tasks(),
                bench.notices());
        view = new UsersView(
                model,
                new UserImportViewModel(services.userImports(), bench.tasks(), model::refresh),
                bench,
                services.gate().may(Resource.USER, Action.CREATE),
                services.gate().may(Resource.USER, Action.UPDATE),
                () -> services.siteSettings().read().codes(CodeKind.DEPARTMENT));
        rereadOn(
                bench.tasks().ui(),
                model::refresh,
                signal -> services.changes().subscribe(Set.of("users"), change -> signal.run())::close);
        whenShown(model::load);
        whenShown(view::restore);
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focus() {
        view.focus();
    }
}
