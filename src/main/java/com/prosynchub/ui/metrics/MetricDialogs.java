package com.prosynchub.ui.metrics;

import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What the grid asks before it changes many values, and before it saves. FX thread. */
final class MetricDialogs {
    private static final double ROW = 28;
    private static final int MOST_ROWS = 8;

    private final MetricEditsViewModel edits;
    private final Workbench bench;
    private final MetricWords words;
    private final Messages messages = Messages.of("metrics");

    MetricDialogs(MetricEditsViewModel edits, Workbench bench) {
        this.edits = edits;
        this.bench = bench;
        words = new MetricWords(messages, bench.formats());
    }

    /** One value, or several, for all of these rows. What is typed is ticked; ticked and empty takes a value away. */
    void change(List<MetricRow> rows, MetricField first) {
        Map<MetricField, CheckBox> ticks = new EnumMap<>(MetricField.class);
        Map<MetricField, Supplier<String>> typed = new EnumMap<>(MetricField.class);
        Map<MetricField, Control> inputs = new EnumMap<>(MetricField.class);
        Form form = new Form(2);
        for (MetricField field : MetricField.values()) {
            CheckBox tick = new CheckBox();
            tick.setAccessibleText(messages.text("change.tick", messages.text("field." + field.key)));
            tick.setId("metric-change-" + field.key + "-tick");
            Control input = input(field, rows, tick, typed);
            input.setId("metric-change-" + field.key);
            HBox.setHgrow(input, Priority.ALWAYS);
            input.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(tick, input);
            line.getStyleClass().addAll(Styles.GAP_8, "psh-row");
            if (field == MetricField.GUIDANCE) {
                form.addWide(field.key, messages.text("field." + field.key), line);
            } else {
                form.add(field.key, messages.text("field." + field.key), line);
            }
            ticks.put(field, tick);
            inputs.put(field, input);
        }
        Label problem = new Label();
        problem.getStyleClass().add(Styles.DANGER_TEXT);
        problem.setWrapText(true);
        problem.textProperty().bind(edits.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        edits.settle();
        long assets =
                rows.stream().map(r -> r.line().metric().assetId()).distinct().count();
        DialogBox box = new DialogBox(messages.text("change.title", rows.size(), assets))
                .wide()
                .text(messages.text("change.text"))
                .content(form)
                .content(problem)
                .cancel()
                .primary(messages.text("change.verb", rows.size()), () -> {
                    Map<MetricField, String> wanted = new EnumMap<>(MetricField.class);
                    ticks.forEach((field, tick) -> {
                        if (tick.isSelected()) {
                            wanted.put(
                                    field,
                                    Objects.requireNonNull(typed.get(field)).get());
                        }
                    });
                    return wanted.isEmpty() || edits.edit(rows, wanted);
                })
                .focusOn(Objects.requireNonNull(inputs.get(first)));
        box.setId("metric-change");
        bench.overlay().show(box);
    }

    private Control input(
            MetricField field, List<MetricRow> rows, CheckBox tick, Map<MetricField, Supplier<String>> typed) {
        List<String> there =
                rows.stream().map(r -> field.typed(r.judging())).distinct().toList();
        String prompt = there.size() > 1 ? messages.text("change.several") : there.getFirst();
        if (field == MetricField.PRIORITY) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(MetricCell.choices());
            box.setConverter(ChoiceField.words(words::priority));
            box.setPromptText(there.size() > 1 ? prompt : words.priority(prompt));
            box.valueProperty().subscribe((before, now) -> tick.setSelected(true));
            typed.put(field, () -> box.getValue() == null ? "" : box.getValue());
            return box;
        }
        TextField text = new TextField();
        text.setPromptText(prompt);
        text.textProperty().subscribe((before, now) -> tick.setSelected(true));
        typed.put(field, text::getText);
        return text;
    }

    /** Shows what will be changed, asks why, and saves it. */
    void save() {
        if (!edits.isDirty()) {
            return;
        }
        List<String> lines = edits.preview();
        ListView<String> list = new ListView<>();
        list.setId("metric-preview");
        list.getItems().setAll(lines);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, lines.size()) + 2);
        list.setMinHeight(list.getPrefHeight());
        TextField reason = new TextField();
        reason.setId("reason");
        Form form = new Form();
        Messages kit = Messages.kit();
        form.add("reason", kit.text("reason"), reason).setHint(kit.text("reason.hint"));
        DialogBox box = new DialogBox(
                        messages.text("save.title", edits.summaryProperty().get()))
                .wide()
                .text(messages.text("save.text"))
                .content(list)
                .content(form)
                .cancel()
                .primary(messages.text("save.verb"), () -> {
                    edits.save(reason.getText(), saved -> {});
                    return true;
                })
                .focusOn(reason);
        box.setId("metric-save-dialog");
        bench.overlay().show(box);
    }
}
