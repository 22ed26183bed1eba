package com.prosynchub.ui.imports;

import com.prosynchub.ui.imports.ImportsViewModel.Run;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** File and mapping at the left, what they make at the right, the run and its report below. FX thread. */
final class ImportsView {
    private final Messages messages = Messages.of("imports");
    private final ImportsViewModel model;
    private final ReportText words;
    private final Formats formats;
    private final TableView<PreviewRow> preview = new TableView<>();
    private final VBox root;

    @FXML
    private StackPane headerBox;

    @FXML
    private HBox fileRow;

    @FXML
    private Label fileName;

    @FXML
    private Label fileProblem;

    @FXML
    private HBox mappingRow;

    @FXML
    private TextArea mapping;

    @FXML
    private VBox mistakesBox;

    @FXML
    private Label previewTitle;

    @FXML
    private StackPane previewBox;

    @FXML
    private CheckBox allOrNothing;

    @FXML
    private HBox actionRow;

    @FXML
    private VBox progressBox;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label progressText;

    @FXML
    private VBox reportBox;

    @FXML
    private Label reportTitle;

    @FXML
    private VBox reportLines;

    @FXML
    private TableView<RefusalRow> refusals;

    @FXML
    private HBox reportRow;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    ImportsView(ImportsViewModel model, ImportFiles files, Formats formats, StatePane states) {
        this.model = model;
        this.formats = formats;
        words = new ReportText(formats);
        root = FxmlLoader.load(this, messages);
        PageHeader header = new PageHeader(messages.text("heading"));
        header.setSubtitle(messages.text("subtitle"));
        headerBox.getChildren().add(header);
        bindSource(files);
        bindPreview(states);
        bindRun();
        bindReport(files);
    }

    Node root() {
        return root;
    }

    void focus() {
        fileRow.getChildren().getLast().requestFocus();
    }

    private void bindSource(ImportFiles files) {
        Button choose = Buttons.secondary(
                messages.text("file.choose"), CarbonIcons.FOLDER, () -> files.measurements(model::choose));
        choose.setId("import-choose");
        fileRow.getChildren().add(choose);
        fileName.textProperty().bind(model.fileProperty().map(Object::toString).orElse(messages.text("file.none")));
        fileProblem.textProperty().bind(model.fileProblemProperty());
        showWhile(fileProblem, model.fileProblemProperty().isNotEmpty());
        Button suggest = Buttons.secondary(messages.text("mapping.suggest"), model::suggest);
        suggest.disableProperty().bind(model.fileProperty().isNull());
        mappingRow
                .getChildren()
                .addAll(
                        suggest,
                        Buttons.secondary(messages.text("mapping.load"), () -> files.mapping(model::loadMapping)),
                        Buttons.quiet(messages.text("mapping.save"), () -> files.saveMapping(model::saveMapping)));
        mapping.textProperty().bindBidirectional(model.mappingProperty());
        model.mistakes().subscribe(this::showMistakes);
        showMistakes();
    }

    private void showMistakes() {
        mistakesBox.getChildren().clear();
        if (!model.mistakes().isEmpty()) {
            Label count = new Label(messages.text("mistakes", model.mistakes().size()));
            count.getStyleClass().add(Styles.STRONG);
            mistakesBox.getChildren().add(count);
        }
        model.mistakes().stream().limit(6).forEach(mistake -> {
            Label line = new Label(mistake);
            line.setWrapText(true);
            line.getStyleClass().add(Styles.DANGER_TEXT);
            mistakesBox.getChildren().add(line);
        });
    }

    private void bindPreview(StatePane states) {
        previewTitle.setText(messages.text("preview", ImportsViewModel.PREVIEW_LINES));
        preview.setId("import-preview");
        preview.getStyleClass().add(Styles.DENSE);
        preview.setItems(model.preview());
        states.setContent(preview);
        states.setEmpty(
                CarbonIcons.TABLE_OF_CONTENTS,
                messages.text("preview.empty"),
                messages.text("preview.empty.text"),
                null,
                () -> {});
        states.stateProperty().bind(model.previewStateProperty());
        previewBox.getChildren().add(states);
        model.metrics().subscribe(this::arrangeColumns);
        arrangeColumns();
    }

    private void arrangeColumns() {
        preview.getColumns().clear();
        add(60, number(Columns.text(messages.text("column.line"), row -> Long.toString(row.line()))));
        add(150, Columns.text(messages.text("column.asset"), PreviewRow::asset));
        add(
                200,
                Columns.text(
                        messages.text("column.time"),
                        row -> row.time() == null ? Formats.NONE : formats.absolute(row.time())));
        for (String metric : model.metrics()) {
            add(90, number(Columns.text(metric, row -> {
                Double value = row.values().get(metric);
                return value == null ? Formats.NONE : formats.upTo(value, 6);
            })));
        }
        add(260, Columns.text(messages.text("column.problem"), PreviewRow::problem));
    }

    private void add(double width, TableColumn<PreviewRow, ?> column) {
        column.setPrefWidth(width);
        column.setSortable(false);
        preview.getColumns().add(column);
    }

    private static <R, T> TableColumn<R, T> number(TableColumn<R, T> column) {
        column.getStyleClass().add(Styles.NUMBER_COLUMN);
        return column;
    }

    private void bindRun() {
        allOrNothing.selectedProperty().bindBidirectional(model.allOrNothingProperty());
        Button check = Buttons.secondary(messages.text("check"), model::check);
        check.setId("import-check");
        Button start = Buttons.primary(messages.text("import"), model::importFile);
        start.setId("import-start");
        BooleanBinding notReady = Bindings.createBooleanBinding(
                () -> !model.isReady(), model.fileProperty(), model.runProperty(), model.previewStateProperty());
        check.disableProperty().bind(notReady);
        start.disableProperty().bind(notReady);
        Button stop = Buttons.secondary(messages.text("stop"), CarbonIcons.STOP, model::stop);
        BooleanBinding running = model.runProperty().isNotEqualTo(Run.NONE);
        showWhile(stop, running);
        actionRow.getChildren().addAll(start, check, stop);
        showWhile(progressBox, running);
        model.runProperty().subscribe(this::showProgress);
        model.progressProperty().subscribe(this::showProgress);
    }

    private void showProgress() {
        bar.setProgress(model.done());
        progressText.setText(words.running(
                model.runProperty().get(), model.progressProperty().get()));
    }

    private void bindReport(ImportFiles files) {
        refusals.getStyleClass().add(Styles.DENSE);
        refusals.setItems(model.refusals());
        refusals.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<RefusalRow, String> line =
                number(Columns.text(messages.text("column.line"), row -> Long.toString(row.line())));
        line.setMaxWidth(110);
        refusals.getColumns().add(line);
        refusals.getColumns().add(Columns.text(messages.text("report.reason"), RefusalRow::reason));
        reportRow
                .getChildren()
                .add(Buttons.quiet(messages.text("report.save"), () -> files.saveReport(model::saveReport)));
        BooleanBinding anyBad = Bindings.isNotEmpty(model.refusals());
        showWhile(refusals, anyBad);
        showWhile(reportRow, anyBad);
        showWhile(reportBox, model.reportProperty().isNotNull());
        model.reportProperty().subscribe(this::showReport);
    }

    private void showReport() {
        var report = model.reportProperty().get();
        reportLines.getChildren().clear();
        if (report == null) {
            return;
        }
        reportTitle.setText(words.heading(report));
        for (String figure : words.figures(report)) {
            Label label = new Label(figure);
            label.setWrapText(true);
            reportLines.getChildren().add(label);
        }
    }

    private static void showWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
