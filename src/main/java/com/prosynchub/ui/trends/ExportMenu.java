package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.chart.ChartPicture;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** What can be taken along: the samples of the chosen chart, and pictures of all charts. FX thread. */
final class ExportMenu extends MenuButton {
    private final TrendFilesViewModel model;
    private final Formats formats;
    private final Messages messages = Messages.of("trends");

    /** What is on the page just now. */
    record Shown(Supplier<TrendPanelViewModel> chart, Supplier<List<TrendChart>> charts, Supplier<String> title) {}

    ExportMenu(TrendFilesViewModel model, Shown shown, Formats formats) {
        this.model = model;
        this.formats = formats;
        setId("export");
        // The sign alone: with its word the row has no room for the page's name in German.
        setGraphic(Icons.of(CarbonIcons.DOWNLOAD));
        setAccessibleText(messages.text("export"));
        setTooltip(new Tooltip(messages.text("export")));
        setMinWidth(USE_PREF_SIZE);
        getItems()
                .addAll(
                        item("export.excel", () -> samples(shown, "xlsx")),
                        item("export.csv", () -> samples(shown, "csv")),
                        item("export.png", () -> picture(shown, "png")),
                        item("export.pdf", () -> picture(shown, "pdf")));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    private void samples(Shown shown, String ending) {
        TrendPanelViewModel chart = shown.chart().get();
        ask(ending, file -> model.samples(chart, file));
    }

    private void picture(Shown shown, String ending) {
        List<TrendChart> charts = shown.charts().get();
        if (charts.isEmpty()) {
            return;
        }
        ChartPicture picture = ChartPicture.take(
                shown.title().get(), formats.absolute(formats.clock().instant()), charts);
        ask(
                ending,
                file -> model.picture(
                        () -> {
                            if (ending.equals("pdf")) {
                                picture.writePdf(file);
                            } else {
                                picture.writePng(file);
                            }
                        },
                        file));
    }

    private void ask(String ending, Consumer<Path> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("export"));
        chooser.setInitialFileName("trend." + ending);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            then.accept(file.toPath());
        }
    }
}
