package com.prosynchub.ui.users;

import com.prosynchub.service.people.FirstPassword;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.FormField;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Workbench;
import com.prosynchub.ui.users.UserImportViewModel.Shown;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/** The three steps of an import of people: which file, what would become of it, and the passwords. FX thread. */
final class UserImportDialogs {
    private static final double TABLE_HEIGHT = 320;
    private static final double NARROW = 56;
    private static final double VERDICT = 420;

    private final Workbench bench;
    private final UserImportViewModel model;
    private final Messages messages = Messages.of("users");

    UserImportDialogs(Workbench bench, UserImportViewModel model) {
        this.bench = bench;
        this.model = model;
    }

    void file() {
        TextField path = new TextField();
        path.setId("user-import-file");
        path.textProperty().bindBidirectional(model.fileProperty());
        HBox.setHgrow(path, Priority.ALWAYS);
        Button browse = Buttons.secondary(messages.text("import.browse"), () -> browse(path));
        HBox row = new HBox(path, browse);
        row.getStyleClass().add("psh-gap-8");
        DialogBox box = new DialogBox(messages.text("import.title")).wide();
        box.setId("user-import-dialog");
        box.text(messages.text("import.text"))
                .content(new FormField(messages.text("import.file"), row))
                .content(problem())
                .cancel()
                .primary(messages.text("import.check"), () -> {
                    model.check(lines -> {
                        box.close();
                        preview(lines);
                    });
                    return false;
                })
                .focusOn(path);
        bench.overlay().show(box);
    }

    private void preview(List<Shown> lines) {
        TableView<Shown> table = new TableView<>();
        table.setId("user-import-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(TABLE_HEIGHT);
        TableColumn<Shown, Number> number =
                Columns.number(messages.text("import.line"), Shown::number, 0, bench.formats());
        number.setMaxWidth(NARROW);
        table.getColumns().add(number);
        table.getColumns().add(Columns.text(messages.text("username"), Shown::username));
        table.getColumns().add(Columns.text(messages.text("email"), Shown::email));
        table.getColumns().add(Columns.text(messages.text("role"), Shown::role));
        TableColumn<Shown, Shown> verdict =
                Columns.node(messages.text("import.verdict"), shown -> shown, Label::new, UserImportDialogs::say);
        verdict.setPrefWidth(VERDICT);
        table.getColumns().add(verdict);
        table.getColumns().forEach(column -> column.setSortable(false));
        table.getItems().setAll(lines);
        Label summary = new Label(model.summary());
        summary.setId("user-import-summary");
        summary.getStyleClass().add("psh-strong");
        DialogBox box = new DialogBox(messages.text("import.preview")).wide();
        box.setId("user-import-preview");
        box.content(summary)
                .content(table)
                .content(problem())
                .cancel()
                .secondary(messages.text("import.other"), this::file);
        if (model.fresh() > 0) {
            box.primary(messages.text("import.add", model.fresh()), () -> {
                model.add(given -> {
                    box.close();
                    passwords(given);
                });
                return false;
            });
        }
        bench.overlay().show(box);
    }

    /** Shows temporary passwords, which nobody can ask for again. */
    private void passwords(List<FirstPassword> given) {
        TableView<FirstPassword> table = new TableView<>();
        table.setId("user-import-passwords");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(TABLE_HEIGHT);
        table.getColumns().add(Columns.text(messages.text("username"), FirstPassword::username));
        table.getColumns().add(Columns.text(messages.text("name"), FirstPassword::name));
        TableColumn<FirstPassword, String> password =
                Columns.text(messages.text("import.password"), FirstPassword::password);
        password.getStyleClass().add("psh-mono");
        table.getColumns().add(password);
        table.getItems().setAll(given);
        DialogBox box = new DialogBox(messages.text("import.done", given.size())).wide();
        box.setId("user-import-done");
        box.text(messages.text("import.passwords"))
                .content(table)
                .content(problem())
                .cancel(messages.text("password.done"), () -> {})
                .primary(messages.text("import.save"), () -> {
                    save(given);
                    return false;
                });
        Button copy = Buttons.secondary(messages.text("import.copy"), () -> copy(given));
        box.content(copy);
        bench.overlay().show(box);
    }

    private void save(List<FirstPassword> given) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("import.save"));
        chooser.setInitialFileName("first-passwords.csv");
        File target = chooser.showSaveDialog(bench.overlay().getScene().getWindow());
        if (target != null) {
            model.save(given, target.toPath(), () -> bench.notices()
                    .success(messages.text("import.saved", target.getName())));
        }
    }

    private static void copy(List<FirstPassword> given) {
        ClipboardContent content = new ClipboardContent();
        content.putString(given.stream()
                .map(one -> one.username() + "\t" + one.password())
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void browse(TextField path) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("import.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.text("import.files"), "*.csv", "*.txt"));
        File file = chooser.showOpenDialog(path.getScene().getWindow());
        if (file != null) {
            path.setText(file.getPath());
        }
    }

    /** A long verdict is read in full on hover. */
    private static void say(Label label, Shown shown) {
        label.setText(shown.verdict());
        label.setWrapText(true);
        label.setTooltip(new Tooltip(shown.verdict()));
        label.getStyleClass().remove("psh-danger-text");
        if (shown.refused()) {
            label.getStyleClass().add("psh-danger-text");
        }
    }

    private Label problem() {
        return UserDialogs.problem(model.problemProperty());
    }
}
