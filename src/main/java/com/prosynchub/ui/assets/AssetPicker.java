package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.task.Debouncer;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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

/** Chooses an asset by typing part of its name; the cross makes it none. Text that chose nothing is put back. FX thread. */
final class AssetPicker extends HBox {
    private static final Duration QUIET = Duration.ofMillis(200);

    private final AssetSearchViewModel search;
    private final TextField field = new TextField();
    private final ContextMenu hits = new ContextMenu();
    private final ObjectProperty<@Nullable UUID> value = new SimpleObjectProperty<>();
    private final Debouncer debouncer;
    private String shown = "";
    private boolean showing;

    AssetPicker(AssetSearchViewModel search, UiScheduler ui, String none) {
        this.search = search;
        debouncer = new Debouncer(ui, QUIET);
        Messages messages = Messages.of("assets");
        getStyleClass().add("psh-gap-4");
        field.setPromptText(none);
        field.setId("asset-picker");
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren()
                .addAll(field, Buttons.icon(CarbonIcons.CLOSE, messages.text("picker.clear"), () -> value.set(null)));
        field.textProperty().addListener((o, before, now) -> typed(now));
        field.focusedProperty().addListener((o, before, focused) -> {
            if (!focused && !hits.isShowing()) {
                putBack();
            }
        });
        value.addListener((o, before, now) -> name(now));
    }

    ObjectProperty<@Nullable UUID> valueProperty() {
        return value;
    }

    TextField field() {
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
            debouncer.submit(() -> search.find(wanted, this::offer));
        }
    }

    private void offer(List<AssetHit> found) {
        hits.getItems().setAll(found.stream().map(this::item).toList());
        if (found.isEmpty()) {
            hits.hide();
        } else if (field.getScene() != null && field.isFocused() && !hits.isShowing()) {
            hits.show(field, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(AssetHit hit) {
        MenuItem item = new MenuItem(String.join(" / ", hit.pathNames()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            value.set(hit.node().id());
            say(String.join(" / ", hit.pathNames()));
        });
        return item;
    }

    private void name(@Nullable UUID id) {
        if (id == null) {
            say("");
        } else {
            search.nameOf(id, name -> {
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
