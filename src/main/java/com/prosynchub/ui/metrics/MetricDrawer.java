package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.LimitCrossings;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.ui.kit.chart.Sparkline;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Below the grid: what the limits of the chosen metric would have said, and how it was judged before. FX thread. */
final class MetricDrawer {
    private static final double HEIGHT = 268;
    private static final double CURVE = 44;
    private static final double LEFT = 720;
    private static final double RIGHT = 320;

    private final HBox root = new HBox();
    private final Label about = new Label();
    private final MetricGridViewModel grid;
    private final WhatIfViewModel whatIf;
    private final LimitHistoryViewModel history;
    private final Messages messages = Messages.of("metrics");
    private final Formats formats;
    private @Nullable MetricRow row;
    private @Nullable Seen seen;
    private Subscription watching = Subscription.EMPTY;

    /** Which state of which metric the versions were read for. */
    private record Seen(UUID metric, int revision, int settingsRevision) {
        static Seen of(MetricLine line) {
            return new Seen(line.id(), line.metric().revision(), line.settingsRevision());
        }
    }

    MetricDrawer(
            MetricGridViewModel grid,
            WhatIfViewModel whatIf,
            LimitHistoryViewModel history,
            @Nullable Consumer<VersionRow> restore,
            Workbench bench) {
        this.grid = grid;
        this.whatIf = whatIf;
        this.history = history;
        formats = bench.formats();
        about.getStyleClass().add(Styles.STRONG);
        root.setId("metric-drawer");
        root.getStyleClass().addAll("psh-metric-drawer", Styles.GAP_24);
        root.setMinHeight(HEIGHT);
        root.setPrefHeight(HEIGHT);
        Region left = whatIf(bench);
        left.setPrefWidth(LEFT);
        Region right = history(restore, bench);
        right.setPrefWidth(RIGHT);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        root.getChildren().addAll(left, right);
    }

    Node node() {
        return root;
    }

    /** The row it is about, and follows from then on; null for none. */
    void show(@Nullable MetricRow chosen) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        row = chosen;
        if (chosen == null) {
            about.setText(messages.text("drawer.none"));
            whatIf.show(null);
            seen = null;
            history.show(null);
        } else {
            watching = chosen.shownProperty().subscribe(shown -> follow(chosen));
        }
    }

    private void follow(MetricRow shown) {
        about.setText(grid.name(shown.line()));
        whatIf.show(shown);
        Seen now = Seen.of(shown.line());
        if (!now.equals(seen)) {
            // Values come all the time and make no version.
            seen = now;
            history.show(shown.id());
        }
    }

    private Region whatIf(Workbench bench) {
        TableView<CrossingRow> table = table("metric-what-if");
        table.setItems(whatIf.rows());
        Columns.placeholder(table, messages.text("whatIf.unlimited"));
        column(
                table,
                74,
                Columns.text(
                        messages.text("whatIf.limit"),
                        r -> messages.text("field." + r.kind().name().toLowerCase(Locale.ROOT))));
        number(table, "whatIf.value", 62, c -> formats.number(c.limit()));
        number(table, "whatIf.times", 60, c -> formats.number(c.times()));
        number(table, "whatIf.total", 104, c -> c.times() == 0 ? Formats.NONE : formats.duration(c.total()));
        number(table, "whatIf.longest", 104, c -> c.times() == 0 ? Formats.NONE : formats.duration(c.longest()));
        number(table, "whatIf.first", 114, c -> formats.dateTime(c.first()));
        number(
                table,
                "whatIf.last",
                114,
                c -> c.lasting() ? messages.text("whatIf.lasting") : formats.dateTime(c.last()));
        TableColumn<CrossingRow, String> saved = Columns.text(
                messages.text("whatIf.saved"),
                r -> r.saved() == null
                        ? Formats.NONE
                        : messages.text(
                                "whatIf.savedTimes",
                                formats.number(r.saved().limit()),
                                formats.number(r.saved().times())));
        saved.getStyleClass().add(Styles.NUMBER_COLUMN);
        column(table, 84, saved);
        Label basis = new Label();
        basis.setId("metric-what-if-basis");
        basis.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        basis.textProperty().bind(whatIf.basisProperty());
        Sparkline curve = new Sparkline();
        curve.setMinHeight(CURVE);
        curve.setPrefHeight(CURVE);
        whatIf.curveProperty().subscribe(values -> curve.show(values));
        VBox content = new VBox(curve, table);
        content.getStyleClass().add(Styles.GAP_4);
        VBox.setVgrow(table, Priority.ALWAYS);
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(content);
        states.setOnRetry(() -> whatIf.again(row));
        states.stateProperty().bind(whatIf.stateProperty());
        return part(messages.text("whatIf"), about, basis, states);
    }

    private Region history(@Nullable Consumer<VersionRow> restore, Workbench bench) {
        TableView<VersionRow> table = table("metric-versions");
        table.setItems(history.versions());
        column(
                table,
                112,
                Columns.text(
                        messages.text("version.from"),
                        r -> formats.dateTime(r.version().from())));
        column(
                table,
                112,
                Columns.text(
                        messages.text("version.to"),
                        r -> r.version().to() == null
                                ? messages.text("version.now")
                                : formats.dateTime(r.version().to())));
        column(table, 110, Columns.longText(messages.text("version.who"), r -> r.version()
                .changedByName()));
        column(table, 190, Columns.longText(messages.text("version.changes"), VersionRow::changes));
        column(table, 130, Columns.longText(messages.text("version.reason"), r -> r.version()
                .reason()));
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(table);
        states.setOnRetry(history::refresh);
        states.stateProperty().bind(history.stateProperty());
        Region gap = new Region();
        if (restore == null) {
            return part(messages.text("versions"), gap, gap(), states);
        }
        Button back = Buttons.secondary(messages.text("version.restore"), () -> {
            VersionRow chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                restore.accept(chosen);
            }
        });
        back.setId("metric-restore");
        back.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        return part(messages.text("versions"), gap, back, states);
    }

    private static Region gap() {
        return new Region();
    }

    private static Region part(String title, Node beside, Node end, StatePane states) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.HEADING);
        heading.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = gap();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(heading, beside, gap, end);
        head.getStyleClass().addAll(Styles.GAP_12, "psh-row");
        head.setMinHeight(32);
        VBox part = new VBox(head, states);
        part.getStyleClass().add(Styles.GAP_4);
        VBox.setVgrow(states, Priority.ALWAYS);
        return part;
    }

    private static <R> TableView<R> table(String id) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.getStyleClass().add(Styles.DENSE);
        return table;
    }

    private void number(TableView<CrossingRow> table, String key, int width, Function<LimitCrossings, String> of) {
        TableColumn<CrossingRow, String> column =
                Columns.text(messages.text(key), r -> r.typed() == null ? Formats.NONE : of.apply(r.typed()));
        column.getStyleClass().add(Styles.NUMBER_COLUMN);
        column(table, width, column);
    }

    private static <R> void column(TableView<R> table, int width, TableColumn<R, String> column) {
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }
}
