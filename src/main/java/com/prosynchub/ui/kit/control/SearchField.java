package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.task.Debouncer;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Search as you type: reports after a short quiet, at once on Enter; Escape clears first and leaves second. FX thread. */
public final class SearchField extends CustomTextField {
    /** How long typing must pause before a search starts. */
    public static final Duration QUIET = Duration.ofMillis(200);

    public SearchField(UiScheduler ui, Consumer<String> onSearch) {
        Debouncer debouncer = new Debouncer(ui, QUIET);
        Button clear = Buttons.icon(CarbonIcons.CLOSE, Messages.kit().text("search.clear"), this::clear);
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        getStyleClass().add("psh-search");
        setPromptText(Messages.kit().text("search.prompt"));
        setLeft(Icons.of(CarbonIcons.SEARCH));
        setRight(clear);
        textProperty().subscribe((before, after) -> debouncer.submit(() -> onSearch.accept(after.strip())));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                debouncer.flush();
            } else if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                debouncer.flush();
                event.consume();
            }
        });
    }

    /** Ctrl+F anywhere in {@code screen} comes here. */
    public void bindFocusKey(Node screen) {
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.FIND.match(event)) {
                requestFocus();
                selectAll();
                event.consume();
            }
        });
    }
}
