package com.prosynchub.ui.settings;

import com.prosynchub.ui.kit.text.Messages;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/** Working days, shifts and holidays. FX thread. */
final class CalendarPane extends SettingsPane {
    private static final double TIME = 120;
    private static final double DAY = 180;

    CalendarPane(SiteSettingsViewModel model, boolean editable) {
        super(model);
        Messages messages = Messages.of("settings");
        FlowPane days = new FlowPane();
        days.getStyleClass().add("psh-profile-choices");
        for (DayOfWeek day : DayOfWeek.values()) {
            CheckBox box = new CheckBox(day.getDisplayName(TextStyle.FULL, messages.locale()));
            box.setId("day-" + day.getValue());
            box.setDisable(!editable);
            box.selectedProperty().bindBidirectional(model.draft.day(day));
            days.getChildren().add(box);
        }
        section(messages.text("days"), messages.text("days.text"), days, "workingDays");
        section(
                messages.text("shifts"),
                messages.text("shifts.text"),
                new LinesPane(
                        "shifts",
                        model.draft.shifts(),
                        List.of(
                                new LinesPane.Column(messages.text("shifts.name"), 0, false),
                                new LinesPane.Column(messages.text("shifts.from"), TIME, false),
                                new LinesPane.Column(messages.text("shifts.to"), TIME, false)),
                        messages.text("shifts.add"),
                        () -> model.draft.shifts().add(model.draft.line("", "", "")),
                        editable),
                "shifts");
        section(
                messages.text("holidays"),
                messages.text("holidays.text"),
                new LinesPane(
                        "holidays",
                        model.draft.holidays(),
                        List.of(
                                new LinesPane.Column(messages.text("holidays.day"), DAY, true),
                                new LinesPane.Column(messages.text("holidays.name"), 0, false)),
                        messages.text("holidays.add"),
                        () -> model.draft.holidays().add(model.draft.line("", "")),
                        editable),
                "holidays");
    }
}
