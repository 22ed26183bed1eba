package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.MetricNote;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.time.Instant;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** Asks for a note at the time axis, or shows one, which its author may change or delete. FX thread. */
final class NoteDialog {
    private final NotesViewModel model;
    private final OverlayHost overlay;
    private final Formats formats;
    private final Messages messages = Messages.of("trends");

    NoteDialog(NotesViewModel model, OverlayHost overlay, Formats formats) {
        this.model = model;
        this.overlay = overlay;
        this.formats = formats;
    }

    /** A new note of a chart, at an instant or for all that it shows. */
    void create(TrendPanelViewModel chart, Instant at) {
        if (chart.lines().isEmpty()) {
            return;
        }
        TextArea text = area("");
        ComboBox<Line> about = new ComboBox<>();
        about.setId("note-about");
        about.getItems().setAll(chart.lines());
        about.setConverter(ChoiceField.words(line -> line.words() + " · " + line.assetName()));
        about.getSelectionModel().selectFirst();
        about.setMaxWidth(Double.MAX_VALUE);
        CheckBox whole = new CheckBox(messages.text("note.asset"));
        whole.setId("note-asset");
        CheckBox window = new CheckBox(messages.text("note.window"));
        window.setId("note-window");
        Form form = new Form();
        form.add("note", messages.text("note.text"), text);
        form.add("about", messages.text("note.about"), about);
        DialogBox box = new DialogBox(messages.text("note.new", formats.dateTime(at)))
                .content(form)
                .content(whole)
                .content(window)
                .cancel()
                .primary(messages.text("note.verb"), () -> {
                    Line line = about.getValue();
                    if (!fits(form, text) || line == null) {
                        return false;
                    }
                    model.create(
                            line,
                            whole.isSelected() ? null : line.metric().name(),
                            window.isSelected() ? chart.model().window().start() : at,
                            window.isSelected() ? chart.model().window().end() : null,
                            text.getText());
                    return true;
                })
                .focusOn(text);
        box.setId("note-new");
        overlay.show(box);
    }

    /** A note as it stands. */
    void open(MetricNote note) {
        String author = note.authorName();
        DialogBox box = new DialogBox(messages.text("note.title", formats.dateTime(note.from())));
        box.setId("note-open");
        box.text(messages.text(
                "note.written", author == null ? Formats.NONE : author, formats.dateTime(note.written())));
        if (model.mayChange(note)) {
            TextArea text = area(note.text());
            Form form = new Form();
            form.add("note", messages.text("note.text"), text);
            box.content(form)
                    .cancel()
                    .primary(messages.text("note.save"), () -> {
                        boolean fits = fits(form, text);
                        if (fits) {
                            model.save(note.saying(text.getText().strip()));
                        }
                        return fits;
                    })
                    .secondary(messages.text("note.delete"), () -> model.delete(note))
                    .focusOn(text);
        } else {
            box.text(note.text()).primary(messages.text("note.close"), () -> true);
        }
        overlay.show(box);
    }

    private boolean fits(Form form, TextArea text) {
        String typed = text.getText().strip();
        boolean fits = !typed.isEmpty() && typed.length() <= MetricNote.TEXT;
        @Nullable String rule = fits ? null : messages.text("note.rule", MetricNote.TEXT);
        form.field("note").setError(rule);
        return fits;
    }

    private static TextArea area(String text) {
        TextArea area = new TextArea(text);
        area.setId("note-text");
        area.setWrapText(true);
        area.setPrefRowCount(4);
        return area;
    }
}
