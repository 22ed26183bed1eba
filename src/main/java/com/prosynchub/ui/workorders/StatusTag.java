package com.prosynchub.ui.workorders;

import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Status of a work order by shape and word; quiet, since none of them needs a person by itself. FX thread. */
final class StatusTag extends Label {
    StatusTag() {
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows a status; null shows nothing. */
    StatusTag show(@Nullable WorkOrderStatus status) {
        if (status == null) {
            setText("");
            setGraphic(null);
        } else {
            setText(Messages.of("workorders").text(WorkOrderDetailViewModel.statusKey(status)));
            setGraphic(Icons.of(icon(status)));
        }
        return this;
    }

    private static Ikon icon(WorkOrderStatus status) {
        return switch (status) {
            case OPEN -> CarbonIcons.CIRCLE_DASH;
            case IN_PROGRESS -> CarbonIcons.IN_PROGRESS;
            case ON_HOLD -> CarbonIcons.PAUSE_OUTLINE;
            case COMPLETED -> CarbonIcons.CHECKMARK_OUTLINE;
            case CANCELLED -> CarbonIcons.CLOSE_OUTLINE;
        };
    }
}
