package com.prosynchub.ui.audit;

import com.prosynchub.model.audit.FormerValue;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.text.Messages;
import javafx.scene.control.TextField;

/** Asks for the reason before one field is taken back to what it was. FX thread. */
final class RestoreDialog {
    private RestoreDialog() {}

    static void show(OverlayHost overlay, AuditViewModel model, LedgerEntry entry, String field, FormerValue seen) {
        Messages messages = Messages.of("audit");
        TextField reason = new TextField();
        reason.setId("audit-reason");
        Form form = new Form();
        form.add("reason", messages.text("reason"), reason);
        form.required("reason");
        DialogBox box = new DialogBox(messages.text("restore.title", AuditWords.field(field)));
        box.setId("audit-restore-dialog");
        box.text(messages.text(
                        "restore.text",
                        AuditWords.value(AuditWords.thing(entry)),
                        AuditWords.value(seen.present()),
                        AuditWords.value(seen.former())))
                .content(form)
                .cancel()
                .primary(messages.text("restore"), () -> {
                    model.restore(entry, field, seen, reason.getText(), box::close);
                    return false;
                })
                .focusOn(reason);
        overlay.show(box);
    }
}
