package com.prosynchub.ui.ingest;

import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.ingest.IngestSource;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Chosen;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Sources above, refused values below with their filters and what can be done with them. FX thread. */
final class IngestView {
    private static final double CHOICE_WIDTH = 210;
    private static final double NUMBER_WIDTH = 86;
    private static final double VALUE_WIDTH = 130;
    private static final double TIME_WIDTH = 116;
    private static final double NAME_WIDTH = 150;
    private static final double ROW = 36;
    private static final int MOST_ROWS = 6;

    private final Region root;
    private final IngestViewModel model;
    private final Workbench bench;
    private final Formats formats;
    private final Messages messages = Messages.of("ingest");
    private final TableView<IngestSource> sources = new TableView<>();
    private final TableView<DeadLetter> letters = new TableView<>();

    @FXML
    private StackPane headerBox;

    @FXML
    private StackPane statesBox;

    @FXML
    private VBox content;

    @FXML
    private StackPane sourcesBox;

    @FXML
    private Label kept;

    @FXML
    private HBox filters;

    @FXML
    private HBox actions;

    @FXML
    private StackPane lettersBox;

    @FXML
    private HBox foot;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    IngestView(IngestViewModel model, Workbench bench, boolean mayReplay, boolean mayImport) {
        this.model = model;
        this.bench = bench;
        this.formats = bench.formats();
        root = FxmlLoader.load(this, messages);
        headerBox.getChildren().add(new PageHeader(messages.text("title")));
        buildSources();
        buildFilters();
        buildLetters();
        if (mayReplay) {
            buildActions();
        }
        actions.setManaged(mayReplay);
        StatePane states = new StatePane(bench.tasks().ui());
        statesBox.getChildren().setAll(states);
        states.setContent(content);
        states.setEmpty(
                CarbonIcons.DATA_COLLECTION,
                messages.text("empty.title"),
                messages.text("empty.text"),
                mayImport ? messages.text("empty.import") : null,
                () -> bench.navigation().open("imports", ""));
        states.setOnRetry(model::load);
        states.stateProperty().bind(model.stateProperty());
    }

    Node root() {
        return root;
    }

    void focus() {
        letters.requestFocus();
    }

    private void buildSources() {
        sources.setId("ingest-sources");
        Chosen.show(sources, model.sources(), IngestSource::name);
        sources.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        sources.setFixedCellSize(ROW);
        TableColumn<IngestSource, String> name =
                Columns.text(messages.text("source"), source -> model.sourceName(source.name()));
        name.setMinWidth(NAME_WIDTH);
        sources.getColumns().add(name);
        sources.getColumns()
                .add(width(
                        TIME_WIDTH,
                        Columns.instant(
                                messages.text("newest"),
                                source -> source.counts().newest(),
                                formats)));
        sources.getColumns()
                .add(width(TIME_WIDTH, Columns.instant(messages.text("heard"), IngestSource::heardAt, formats)));
        sources.getColumns()
                .add(width(NUMBER_WIDTH, Columns.number(messages.text("rate"), IngestSource::perMinute, 0, formats)));
        count("accepted", IngestCounts::accepted);
        count("late", IngestCounts::late);
        count("duplicates", IngestCounts::duplicates);
        count("refused", IngestCounts::refused);
        count("lost", IngestCounts::lost);
        sources.getColumns().forEach(column -> column.setSortable(false));
        model.sources().subscribe(this::fitSources);
        sourcesBox.getChildren().add(sources);
    }

    private void fitSources() {
        double rows = Math.clamp(model.sources().size(), 1, MOST_ROWS) + 1.2;
        sources.setPrefHeight(rows * ROW);
        sources.setMinHeight(rows * ROW);
        sources.setMaxHeight(rows * ROW);
    }

    private void count(String key, ToLongFunction<IngestCounts> of) {
        sources.getColumns()
                .add(width(
                        NUMBER_WIDTH,
                        Columns.number(messages.text(key), source -> of.applyAsLong(source.counts()), 0, formats)));
    }

    private static <R, T> TableColumn<R, T> width(double width, TableColumn<R, T> column) {
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }

    private static <R, T> TableColumn<R, T> pref(double width, TableColumn<R, T> column) {
        column.setPrefWidth(width);
        return column;
    }

    private void buildFilters() {
        SearchField search = new SearchField(bench.tasks().ui(), model.text::set);
        search.setId("ingest-search");
        search.setPromptText(messages.text("search"));
        search.bindFocusKey(root);
        ChoiceField<String> source = new ChoiceField<>(messages.text("source.all"), model::sourceName);
        source.setId("ingest-source");
        source.setPrefWidth(CHOICE_WIDTH);
        source.valueProperty().bindBidirectional(model.source);
        model.sources()
                .subscribe(() -> source.setChoices(
                        model.sources().stream().map(IngestSource::name).toList()));
        ChoiceField<Reason> reason =
                new ChoiceField<>(messages.text("reason.all"), r -> messages.text("reason." + r.name()));
        reason.setId("ingest-reason");
        reason.setPrefWidth(CHOICE_WIDTH);
        reason.setChoices(List.of(Reason.values()));
        reason.valueProperty().bindBidirectional(model.reason);
        filters.getChildren().addAll(search, source, reason);
    }

    private void buildLetters() {
        letters.setId("ingest-letters");
        Chosen.show(letters, model.letters(), DeadLetter::id);
        letters.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        letters.getColumns()
                .add(width(TIME_WIDTH, Columns.instant(messages.text("refusedAt"), DeadLetter::refusedAt, formats)));
        letters.getColumns()
                .add(pref(
                        NAME_WIDTH,
                        Columns.text(messages.text("source"), letter -> model.sourceName(letter.source()))));
        letters.getColumns().add(pref(CHOICE_WIDTH, Columns.longText(messages.text("asset"), IngestView::asset)));
        letters.getColumns().add(pref(CHOICE_WIDTH, Columns.longText(messages.text("metric"), letter -> letter.refused()
                .metric())));
        TableColumn<DeadLetter, String> value = Columns.longText(messages.text("value"), this::value);
        // Wide enough for whatever a column of values holds, with its unit: a cut number is another number.
        value.getStyleClass().add(Styles.NUMBER_COLUMN);
        letters.getColumns().add(width(VALUE_WIDTH, value));
        letters.getColumns()
                .add(width(
                        TIME_WIDTH,
                        Columns.instant(
                                messages.text("measuredAt"),
                                letter -> letter.refused().at(),
                                formats)));
        TableColumn<DeadLetter, String> why = Columns.longText(messages.text("why"), model::why);
        letters.getColumns().add(pref(CHOICE_WIDTH, why));
        letters.getColumns().forEach(column -> column.setSortable(false));
        Columns.placeholder(letters, messages.text("none"));
        lettersBox.getChildren().add(letters);
        kept.setText(messages.text("kept", formats.number(IngestViewModel.KEPT)));
        Button more = Buttons.secondary(messages.text("more"), model::loadMore);
        more.setId("ingest-more");
        more.visibleProperty().bind(model.moreProperty());
        foot.managedProperty().bind(model.moreProperty());
        foot.getChildren().add(more);
    }

    private static String asset(DeadLetter letter) {
        RefusedValue refused = letter.refused();
        return letter.asset() != null
                ? letter.asset()
                : refused.assetId() == null ? Formats.NONE : refused.assetId().toString();
    }

    private String value(DeadLetter letter) {
        RefusedValue refused = letter.refused();
        if (refused.reason() == Reason.UNREADABLE || Double.isNaN(refused.value())) {
            return Formats.NONE;
        }
        String number = Double.isInfinite(refused.value()) ? "∞" : formats.upTo(refused.value(), 4);
        return refused.unit() == null ? number : number + " " + refused.unit();
    }

    private void buildActions() {
        Button again = Buttons.secondary(messages.text("replay"), () -> chosen(model::replay));
        again.setId("ingest-replay");
        again.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            DeadLetter letter = letters.getSelectionModel().getSelectedItem();
                            return letter == null || !letter.mendable();
                        },
                        letters.getSelectionModel().selectedItemProperty()));
        Button all = Buttons.secondary(messages.text("replay.all"), () -> model.replay(List.copyOf(model.letters())));
        all.setId("ingest-replay-all");
        all.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.letters().stream().noneMatch(DeadLetter::mendable), model.letters()));
        Button discard = Buttons.secondary(messages.text("discard"), () -> chosen(this::discard));
        discard.setId("ingest-discard");
        discard.disableProperty()
                .bind(letters.getSelectionModel().selectedItemProperty().isNull());
        Button discardAll =
                Buttons.secondary(messages.text("discard.all"), () -> discard(List.copyOf(model.letters())));
        discardAll.setId("ingest-discard-all");
        discardAll.disableProperty().bind(Bindings.isEmpty(model.letters()));
        actions.getChildren().addAll(again, all, discard, discardAll);
    }

    private void chosen(Consumer<List<DeadLetter>> act) {
        DeadLetter letter = letters.getSelectionModel().getSelectedItem();
        if (letter != null) {
            act.accept(List.of(letter));
        }
    }

    private void discard(List<DeadLetter> gone) {
        bench.dialogs()
                .danger(
                        messages.text("discard.title", gone.size()),
                        messages.text("discard.text"),
                        messages.text("discard.do", gone.size()),
                        () -> model.discard(gone));
    }
}
