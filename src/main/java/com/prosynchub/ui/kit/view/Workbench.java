package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.dialog.Dialogs;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;

/**
 * What every feature is given beside its services: the asynchronous seam, formats, preferences, the window's overlays, the
 * way to other screens, and a place for typed work that a lost session must not take along. One per window and session; FX
 * thread.
 */
public record Workbench(
        TaskRunner tasks,
        Formats formats,
        Preferences preferences,
        OverlayHost overlay,
        Navigation navigation,
        Drafts drafts) {
    public Dialogs dialogs() {
        return overlay.dialogs();
    }

    public Notices notices() {
        return overlay.notices();
    }
}
