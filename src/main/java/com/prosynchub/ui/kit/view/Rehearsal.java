package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.control.StatusPill;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * Lays out one of each kind of control where nobody sees it, a piece at a time, while the stores start and the FX thread has
 * nothing to do. What a control costs the first time, its classes and its rules in the style sheets, is then paid before the
 * first screen that needs it is opened. FX thread.
 */
public final class Rehearsal {
    /** Between two pieces there is room for what the person does. */
    private static final Duration GAP = Duration.ofMillis(40);

    private static final double WIDTH = 800;
    private static final double HEIGHT = 600;

    private static final List<Supplier<Parent>> PIECES = List.of(
            Rehearsal::words,
            Rehearsal::tree,
            Rehearsal::table,
            () -> new SplitPane(new StackPane(), new StackPane()),
            () -> new TabPane(new Tab("a", new Label("a")), new Tab("b")),
            () -> new ScrollPane(new TextArea("a")),
            Rehearsal::choices,
            () -> new VBox(new DatePicker()),
            Rehearsal::form,
            Rehearsal::header);

    private Rehearsal() {}

    /** Begins after the caller's turn; ends by itself. */
    public static void begin(UiScheduler ui, Theme theme) {
        next(ui, theme, 0);
    }

    /** All of them in one turn, for measuring. */
    public static void all(Theme theme) {
        PIECES.forEach(piece -> play(piece, theme));
    }

    private static void next(UiScheduler ui, Theme theme, int piece) {
        if (piece < PIECES.size()) {
            ui.after(GAP, () -> {
                play(PIECES.get(piece), theme);
                next(ui, theme, piece + 1);
            });
        }
    }

    private static void play(Supplier<Parent> piece, Theme theme) {
        Parent made = piece.get();
        Scene scene = new Scene(new StackPane(made), WIDTH, HEIGHT);
        ThemeManager.apply(scene, theme, 100);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Parent words() {
        return new VBox(
                new Label("a", Icons.of(CarbonIcons.ASSET)),
                new TextField("a"),
                Buttons.primary("a", () -> {}),
                Buttons.icon(CarbonIcons.ADD, "a", () -> {}),
                new CheckBox("a"),
                new ProgressBar(0.5));
    }

    private static Parent tree() {
        TreeItem<String> root = new TreeItem<>("a", Icons.of(CarbonIcons.ASSET));
        root.getChildren().add(new TreeItem<>("b"));
        root.setExpanded(true);
        TreeView<String> tree = new TreeView<>(root);
        tree.setContextMenu(new ContextMenu(new MenuItem("a")));
        return tree;
    }

    private static Parent table() {
        TableView<String> table = new TableView<>();
        TableColumn<String, String> column = new TableColumn<>("a");
        column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
        table.getColumns().add(column);
        table.getItems().addAll("a", "b");
        return table;
    }

    private static Parent choices() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().add("a");
        ListView<String> list = new ListView<>();
        list.getItems().add("a");
        return new VBox(box, list);
    }

    private static Parent form() {
        Form form = new Form(2);
        form.add("a", "a", new TextField());
        form.required("a");
        return form;
    }

    private static Parent header() {
        PageHeader header = new PageHeader("a");
        header.setBreadcrumbs(new Breadcrumbs().show(List.of(new Breadcrumbs.Crumb("a", () -> {}))));
        header.qualifiers().add(new StatusPill());
        return header;
    }
}
