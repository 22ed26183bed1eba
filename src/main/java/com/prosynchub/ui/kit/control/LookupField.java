package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.task.Debouncer;
import com.prosynchub.ui.kit.task.Lookup;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * Chooses one of very many by typing part of its name; the cross makes it none. Text that chose nothing is put back. FX
 * thread.
 *
 * @param <K> what a choice is known by
 */
public final class LookupField<K> extends HBox {
    private static final Duration QUIET = Duration.ofMillis(200);

    private final Lookup<K> lookup;
    private final TextField field = new TextField();
    private final ContextMenu hits = new ContextMenu();
    private final ObjectProperty<@Nullable K> value = new SimpleObjectProperty<>();
    private final Debouncer debouncer;
    private String shown = "";
    private boolean showing;

    /** @param none what is shown for none */
    public LookupField(Lookup<K> lookup, UiScheduler ui, String none) {
        this.lookup = lookup;
        debouncer = new Debouncer(ui, QUIET);
        getStyleClass().add("psh-gap-4");
        field.setPromptText(none);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren()
                .addAll(
                        field,
                        Buttons.icon(CarbonIcons.CLOSE, Messages.kit().text("choice.clear"), () -> value.set(null)));
        field.textProperty().addListener((o, before, now) -> typed(now));
        field.focusedProperty().addListener((o, before, focused) -> {
            if (!focused && !hits.isShowing()) {
                putBack();
            }
        });
        value.addListener((o, before, now) -> name(now));
    }

    public ObjectProperty<@Nullable K> valueProperty() {
        return value;
    }

    /** Where one types. */
    public TextField field() {
        return field;
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            hits.hide();
            debouncer.cancel();
        } else {
            debouncer.submit(() -> lookup.find(wanted, this::offer));
        }
    }

    private void offer(List<Lookup.Hit<K>> found) {
        hits.getItems().setAll(found.stream().map(this::item).toList());
        if (found.isEmpty()) {
            hits.hide();
        } else if (field.getScene() != null && field.isFocused() && !hits.isShowing()) {
            hits.show(field, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(Lookup.Hit<K> hit) {
        MenuItem item = new MenuItem(hit.name());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            value.set(hit.key());
            say(hit.name());
        });
        return item;
    }

    private void name(@Nullable K id) {
        if (id == null) {
            say("");
        } else {
            lookup.nameOf(id, name -> {
                if (id.equals(value.get())) {
                    say(name);
                }
            });
        }
    }

    private void say(String text) {
        showing = true;
        shown = text;
        field.setText(text);
        showing = false;
    }

    private void putBack() {
        debouncer.cancel();
        if (field.getText().isBlank()) {
            value.set(null);
        }
        say(value.get() == null ? "" : shown);
    }
}
