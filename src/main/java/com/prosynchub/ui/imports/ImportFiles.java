package com.prosynchub.ui.imports;

import com.prosynchub.ui.kit.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the person for files, and remembers the folder. FX thread. */
class ImportFiles {
    private final Messages messages = Messages.of("imports");
    private final Supplier<@Nullable Window> owner;
    private @Nullable File folder;

    ImportFiles(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    void measurements(Consumer<Path> then) {
        chosen(chooser("file.dialog", "").showOpenDialog(owner.get()), then);
    }

    void mapping(Consumer<Path> then) {
        FileChooser chooser = chooser("mapping.dialog", "");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.text("mapping.files"), "*.properties"));
        chosen(chooser.showOpenDialog(owner.get()), then);
    }

    void saveMapping(Consumer<Path> then) {
        chosen(chooser("mapping.save", "mapping.properties").showSaveDialog(owner.get()), then);
    }

    void saveReport(Consumer<Path> then) {
        chosen(chooser("report.save.dialog", "bad-lines.csv").showSaveDialog(owner.get()), then);
    }

    private FileChooser chooser(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text(title));
        chooser.setInitialFileName(name);
        File last = folder;
        if (last != null && last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        return chooser;
    }

    private void chosen(@Nullable File file, Consumer<Path> then) {
        if (file != null) {
            folder = file.getParentFile();
            then.accept(file.toPath());
        }
    }
}
