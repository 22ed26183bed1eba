package com.prosynchub.ui.profile;

import com.prosynchub.model.access.UserAccount;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.dialog.Command;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The profile as the shell sees it. FX thread. */
final class ProfileScreen extends LiveScreen {
    private final OwnRecordViewModel record;
    private final ProfileView view;
    private final Workbench bench;
    private final String draftKey;

    ProfileScreen(SessionServices services, Workbench bench, ProfileFeature.Outside outside, Node twoFactor) {
        this.bench = bench;
        draftKey = services.gate().user().userId() + "/profile";
        record = new OwnRecordViewModel(services.profile(), bench.tasks(), bench.notices());
        KeysViewModel keys = new KeysViewModel(() -> actions(bench), bench.preferences());
        view = new ProfileView(
                bench,
                services.gate().user(),
                new RecordPane(
                        bench,
                        record,
                        new OwnPasswordViewModel(services.profile(), bench.tasks()),
                        services.gate().user()),
                List.of(
                        twoFactor,
                        new AppearancePane(new AppearanceViewModel(outside.appearance(), outside.speak())),
                        new KeysPane(keys),
                        new NoticesPane(new NoticeChoicesViewModel(bench.preferences())),
                        new AboutPane(outside.about())));
        whenShown(this::restore);
        whenShown(record::load);
        whenShown(keys::load);
    }

    /** What every screen answers in its own way, then the commands that have keys of their own. */
    private static List<KeyRow> actions(Workbench bench) {
        Messages messages = Messages.of("profile");
        Stream<KeyRow> common = Arrays.stream(Shortcut.values())
                .map(shortcut -> row(shortcut.id(), messages.text("keys.any." + shortcut.word()), shortcut.standard()));
        Stream<KeyRow> commands = bench.overlay().bindable().stream()
                .map((Command command) -> row(command.id(), command.title(), command.shortcut()));
        return Stream.concat(common, commands).toList();
    }

    private static KeyRow row(String id, String title, @Nullable KeyCombination standard) {
        String keys = standard == null ? "" : standard.getName();
        return new KeyRow(id, title, keys, keys);
    }

    @Override
    public void close() {
        record.form().keep(bench.drafts(), draftKey);
    }

    private void restore() {
        if (record.form().restore(bench.drafts(), draftKey, UserAccount.class)) {
            bench.notices().info(Messages.of("profile").text("draft.restored"));
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
        record.load();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public UnsavedWork unsavedWork() {
        return record.form();
    }
}
