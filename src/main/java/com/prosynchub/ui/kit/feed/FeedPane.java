package com.prosynchub.ui.kit.feed;

import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * The feed as a table: when, who, what, and which fields. Enter or a double click opens the record of a line. FX thread.
 */
public final class FeedPane extends VBox {
    private static final double LEAST_WIDTH = 96;

    private final FeedViewModel model;
    private final Workbench bench;
    private final Messages messages = Messages.kit();
    private final TableView<ActivityLine> table = new TableView<>();
    private final TableColumn<ActivityLine, String> fields;
    private @Nullable ScrollBar bar;

    /** @param id of the table; its buttons' ids begin with it */
    public FeedPane(FeedViewModel model, Workbench bench, String id) {
        this.model = model;
        this.bench = bench;
        getStyleClass().add(Styles.GAP_8);
        table.setId(id);
        table.getStyleClass().add("dense");
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(
                104,
                Columns.instant(
                        messages.text("feed.when"), line -> line.activity().timestamp(), bench.formats()));
        column(132, Columns.text(messages.text("feed.who"), this::person));
        column(320, Columns.longText(messages.text("feed.what"), line -> Words.of(line.activity())));
        fields = Columns.longText(messages.text("feed.fields"), FeedPane::fields);
        column(160, fields);
        Columns.placeholder(table, messages.text("feed.none"));
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                open();
                e.consume();
            }
        });
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                open();
            }
        });
        table.skinProperty().subscribe(skin -> watchScrolling());
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(table);
        states.setOnRetry(model::refresh);
        states.setEmpty(CarbonIcons.ACTIVITY, messages.text("feed.none"), "", null, () -> {});
        states.stateProperty().bind(model.stateProperty());
        VBox.setVgrow(states, Priority.ALWAYS);
        getChildren().addAll(states, foot(id));
    }

    /** For a narrow place: without the fields. */
    public FeedPane narrow() {
        table.getColumns().remove(fields);
        return this;
    }

    /** The chosen line; null for none. */
    public @Nullable ActivityLine chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    /** The table, for what a screen adds to it. */
    public TableView<ActivityLine> table() {
        return table;
    }

    private <T> void column(double width, TableColumn<ActivityLine, T> column) {
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, LEAST_WIDTH));
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private String person(ActivityLine line) {
        return line.person().isEmpty() ? messages.text("feed.nobody") : line.person();
    }

    private static String fields(ActivityLine line) {
        return line.activity().changed().stream().map(Words::column).collect(Collectors.joining(", "));
    }

    private HBox foot(String id) {
        Button older = Buttons.secondary(messages.text("feed.more"), model::loadMore);
        older.setId(id + "-more");
        older.visibleProperty().bind(model.moreProperty());
        older.managedProperty().bind(model.moreProperty());
        Button arrived = Buttons.secondary("", CarbonIcons.ARROW_UP, this::toTop);
        arrived.setId(id + "-arrived");
        model.waitingProperty().subscribe(count -> {
            arrived.setText(messages.text("feed.arrived", count.intValue()));
            arrived.setVisible(count.intValue() > 0);
            arrived.setManaged(count.intValue() > 0);
        });
        Label problem = new Label();
        problem.getStyleClass().add(Styles.MUTED);
        model.problemProperty().subscribe(failure -> problem.setText(said(failure)));
        HBox foot = new HBox(older, arrived, problem);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add(Styles.GAP_8);
        return foot;
    }

    /** While nothing was read the pane itself says why; beside old lines a sentence does. */
    private String said(@Nullable Failure failure) {
        return failure == null || model.lines().isEmpty()
                ? ""
                : FailureText.of(failure).what();
    }

    private void toTop() {
        model.release();
        table.scrollTo(0);
    }

    /** The bar comes with the table's skin. */
    private void watchScrolling() {
        if (bar == null) {
            table.lookupAll(".scroll-bar").stream()
                    .filter(node -> node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL)
                    .map(ScrollBar.class::cast)
                    .findFirst()
                    .ifPresent(found -> {
                        bar = found;
                        found.valueProperty().subscribe(at -> model.hold(at.doubleValue() > found.getMin()));
                    });
        }
    }

    private void open() {
        ActivityLine line = chosen();
        if (line != null) {
            FeedLinks.open(bench.navigation(), line.activity());
        }
    }
}
