package com.prosynchub.ui.audit;

import com.prosynchub.model.audit.AuditActions;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.ui.audit.AuditViewModel.Verdict;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The ledger as a table with its filters, the chosen entry beside it, and what the check of the chain says. FX thread. */
final class AuditView {
    private static final KeyCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    private static final double DATE_WIDTH = 130;

    private final Region root;
    private final AuditViewModel model;
    private final Workbench bench;
    private final Messages messages = Messages.of("audit");
    private final TableView<LedgerEntry> table = new TableView<>();
    private final SearchField search;
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Label verdict = new Label();
    private final AuditDetailView detail;

    @FXML
    private StackPane headerBox;

    @FXML
    private FlowPane filters;

    @FXML
    private StackPane verdictBox;

    @FXML
    private StackPane tableBox;

    @FXML
    private HBox foot;

    @FXML
    private StackPane detailBox;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    AuditView(AuditViewModel model, Workbench bench, boolean mayExport, boolean mayRestore) {
        this.model = model;
        this.bench = bench;
        detail = new AuditDetailView(model, bench.formats());
        search = new SearchField(bench.tasks().ui(), model::search);
        root = FxmlLoader.load(this, messages);
        buildHeader(mayExport);
        buildFilters();
        buildTable();
        detailBox.getChildren().add(detail.root());
        if (mayRestore) {
            detail.offerRestore((entry, change) -> model.former(
                    entry,
                    change.field(),
                    seen -> RestoreDialog.show(bench.overlay(), model, entry, change.field(), seen)));
        }
    }

    Node root() {
        return root;
    }

    void focus() {
        search.requestFocus();
    }

    private void buildHeader(boolean mayExport) {
        PageHeader header = new PageHeader(messages.text("title"));
        headerBox.getChildren().add(header);
        if (mayExport) {
            Button export = Buttons.secondary(messages.text("export"), CarbonIcons.DOCUMENT_EXPORT, this::export);
            export.setId("audit-export");
            header.actions().add(export);
            root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (EXPORT.match(event)) {
                    export();
                    event.consume();
                }
            });
        }
        Button verify = Buttons.primary(messages.text("verify"), model::verify);
        verify.setId("audit-verify");
        verify.disableProperty().bind(model.checkingProperty());
        header.actions().add(verify);
        verdict.setId("audit-verdict");
        verdict.setWrapText(true);
        verdict.setMaxWidth(Double.MAX_VALUE);
        verdictBox.getChildren().add(verdict);
        model.verdictProperty().subscribe(this::judge);
    }

    private void judge(Verdict now) {
        verdict.setText(now.text());
        verdict.getStyleClass().remove("psh-danger-text");
        if (now.bad()) {
            verdict.getStyleClass().add("psh-danger-text");
        }
        verdictBox.setVisible(!now.text().isEmpty());
        verdictBox.setManaged(!now.text().isEmpty());
    }

    private void buildFilters() {
        search.setId("audit-search");
        search.bindFocusKey(root);
        filters.getChildren().add(search);
        filters.getChildren()
                .add(choice("audit-action", "action.all", AuditActions.ALL, AuditWords::action, model::onlyAction));
        filters.getChildren()
                .add(choice("audit-entity", "entity.all", AuditWords.ENTITIES, AuditWords::entity, model::onlyEntity));
        date(from, "audit-from", "from");
        date(until, "audit-until", "until");
        filters.getChildren().add(chip("audit-person", model.onlyPersonProperty(), () -> model.onlyPersonOf(null)));
        filters.getChildren().add(chip("audit-record", model.onlyRecordProperty(), () -> model.onlyRecordOf(null)));
    }

    private static ComboBox<@Nullable String> choice(
            String id,
            String all,
            List<String> words,
            Function<String, String> show,
            Consumer<@Nullable String> chosen) {
        ComboBox<@Nullable String> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String word) {
                return word == null ? Messages.of("audit").text(all) : show.apply(word);
            }

            @Override
            public @Nullable String fromString(String text) {
                return null;
            }
        });
        box.getItems().add(null);
        words.stream().sorted((a, b) -> show.apply(a).compareTo(show.apply(b))).forEach(box.getItems()::add);
        box.valueProperty().subscribe((before, now) -> chosen.accept(now));
        return box;
    }

    private void date(DatePicker picker, String id, String key) {
        picker.setId(id);
        picker.setPromptText(messages.text(key));
        picker.setPrefWidth(DATE_WIDTH);
        picker.valueProperty().subscribe((before, now) -> model.between(from.getValue(), until.getValue()));
        filters.getChildren().add(picker);
    }

    /** A filter that is taken away by pressing it; not there while it is empty. */
    private Button chip(String id, ReadOnlyStringProperty only, Runnable clear) {
        Button chip = Buttons.secondary("", CarbonIcons.CLOSE, clear);
        chip.setId(id);
        only.subscribe(text -> {
            chip.setText(text);
            chip.setAccessibleText(messages.text("only.clear", text));
            chip.setVisible(!text.isEmpty());
            chip.setManaged(!text.isEmpty());
        });
        return chip;
    }

    private void buildTable() {
        table.setId("audit-table");
        table.setItems(model.entries());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.instant(messages.text("time"), LedgerEntry::at, bench.formats()));
        table.getColumns().add(Columns.text(messages.text("person"), AuditWords::person));
        table.getColumns().add(Columns.text(messages.text("action"), e -> AuditWords.action(e.action())));
        table.getColumns().add(Columns.text(messages.text("entity"), e -> AuditWords.entity(e.entityType())));
        table.getColumns().add(Columns.text(messages.text("record"), AuditWords::thing));
        table.getColumns().add(Columns.text(messages.text("host"), LedgerEntry::host));
        table.getColumns().forEach(column -> column.setSortable(false));
        Columns.placeholder(table, messages.text("none"));
        table.getSelectionModel().selectedItemProperty().subscribe(detail::show);
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(table);
        states.setOnRetry(model::refresh);
        states.setEmpty(CarbonIcons.CATALOG, messages.text("empty.title"), messages.text("empty.text"), null, () -> {});
        states.stateProperty().bind(model.stateProperty());
        tableBox.getChildren().add(states);
        Button more = Buttons.secondary(messages.text("more"), model::loadMore);
        more.setId("audit-more");
        more.visibleProperty().bind(model.moreProperty());
        more.managedProperty().bind(model.moreProperty());
        foot.getChildren().add(more);
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("export.title"));
        chooser.setInitialFileName("audit.csv");
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }
}
