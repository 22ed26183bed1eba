package com.prosynchub.ui.login;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.dialog.Command;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The own second factor as a dialog, from the person's menu and the palette. FX thread. */
public final class TwoFactorFeature implements Feature {
    private final SessionServices services;
    private final Workbench bench;
    private final Messages messages = Messages.of("login");

    public TwoFactorFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of();
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("person.twoFactor", messages.text("twofactor.command"), this::show));
    }

    /** The panel, loaded; for a screen that has a place for it. */
    public TwoFactorView panel() {
        TwoFactorViewModel model = new TwoFactorViewModel(
                services::twoFactor, () -> services.gate().user().username(), bench.tasks(), () -> {});
        TwoFactorView view = new TwoFactorView(model, bench.formats());
        model.load();
        return view;
    }

    /** As {@link #panel()}, with room around it. */
    public Node node() {
        VBox room = new VBox(panel().root());
        room.getStyleClass().add("psh-profile-pane");
        room.setFillWidth(false);
        return room;
    }

    private void show() {
        TwoFactorView view = panel();
        DialogBox dialog = new DialogBox(messages.text("twofactor.title"))
                .content(view.root())
                .cancel(messages.text("twofactor.close"), () -> {});
        bench.overlay().show(dialog);
        view.focus();
    }
}
