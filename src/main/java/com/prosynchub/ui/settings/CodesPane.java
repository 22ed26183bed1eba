package com.prosynchub.ui.settings;

import com.prosynchub.model.site.CodeKind;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;

/** The words that the site agreed on for columns that take any. FX thread. */
final class CodesPane extends SettingsPane {
    CodesPane(SiteSettingsViewModel model, boolean editable) {
        super(model);
        Messages messages = Messages.of("settings");
        for (CodeKind kind : CodeKind.values()) {
            section(
                    messages.text("codes." + kind.word()),
                    messages.text("codes." + kind.word() + ".text"),
                    new LinesPane(
                            "codes-" + kind.word(),
                            model.draft.codes(kind),
                            List.of(new LinesPane.Column(messages.text("codes.word"), 0, false)),
                            messages.text("codes.add"),
                            () -> model.draft.codes(kind).add(model.draft.line("")),
                            editable),
                    "codes." + kind.word());
        }
    }
}
