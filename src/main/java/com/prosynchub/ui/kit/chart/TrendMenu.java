package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** What can be done with a chart, so that nobody has to know its keys; made anew each time it is asked for. FX thread. */
final class TrendMenu {
    private final TrendModel model;
    private final TrendStage stage;
    private final Messages kit = Messages.kit();
    private @Nullable Runnable onNote;
    private @Nullable Runnable onExport;
    private @Nullable ContextMenu open;

    TrendMenu(TrendModel model, TrendStage stage) {
        this.model = model;
        this.stage = stage;
    }

    void setOnNote(Runnable handler) {
        onNote = handler;
    }

    void setOnExport(Runnable handler) {
        onExport = handler;
    }

    void show(Node owner, double screenX, double screenY) {
        if (open != null) {
            open.hide();
        }
        ContextMenu menu = build();
        open = menu;
        menu.show(owner, screenX, screenY);
    }

    ContextMenu build() {
        ContextMenu menu = new ContextMenu();
        for (TrendAxes.Axis axis : stage.axes().axes()) {
            menu.getItems().add(logarithmic(axis));
            if (!axis.range().isAutomatic()) {
                menu.getItems()
                        .add(item(
                                kit.text("chart.menu.auto", unit(axis)),
                                null,
                                () -> model.setAxis(axis.unit(), axis.range().automatic())));
            }
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (EarlierPeriod period : EarlierPeriod.values()) {
            String name = kit.text(period.key());
            RadioMenuItem item = new RadioMenuItem(
                    period == EarlierPeriod.NONE ? kit.text("chart.menu.alone") : kit.text("chart.menu.earlier", name));
            item.setSelected(model.earlierProperty().get() == period);
            item.setOnAction(event -> model.setEarlier(period));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        CheckMenuItem limits = new CheckMenuItem(kit.text("chart.menu.limits"));
        limits.setSelected(model.limitsShownProperty().get());
        limits.setOnAction(event -> model.toggleLimits());
        menu.getItems().add(limits);
        if (onNote != null) {
            menu.getItems().add(item(kit.text("chart.menu.note"), null, onNote));
        }
        if (onExport != null) {
            KeyCombination key = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
            menu.getItems().add(item(kit.text("chart.menu.export"), key, onExport));
        }
        return menu;
    }

    private CheckMenuItem logarithmic(TrendAxes.Axis axis) {
        CheckMenuItem item = new CheckMenuItem(kit.text("chart.menu.log", unit(axis)));
        item.setMnemonicParsing(false);
        item.setSelected(axis.range().logarithmic());
        item.setOnAction(event -> model.setAxis(
                axis.unit(), axis.range().withLogarithmic(!axis.range().logarithmic())));
        return item;
    }

    private static String unit(TrendAxes.Axis axis) {
        return axis.unit().isEmpty() ? "1" : axis.unit();
    }

    private static MenuItem item(String text, @Nullable KeyCombination key, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        if (key != null) {
            item.setAccelerator(key);
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
