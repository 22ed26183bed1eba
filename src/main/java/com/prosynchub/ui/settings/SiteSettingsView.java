package com.prosynchub.ui.settings;

import com.prosynchub.model.site.SiteSettings;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The site's settings as tabs of one form. FX thread. */
final class SiteSettingsView {
    private final StackPane root;
    private final SiteSettingsViewModel model;
    private final Workbench bench;
    private final Messages messages = Messages.of("settings");

    @FXML
    private StackPane header;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab calendar;

    @FXML
    private Tab codes;

    @FXML
    private Tab numbering;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    SiteSettingsView(SiteSettingsViewModel model, Workbench bench, boolean editable) {
        this.model = model;
        this.bench = bench;
        VBox page = FxmlLoader.load(this, messages);
        PageHeader title = new PageHeader(messages.text("title"));
        title.setSubtitle(messages.text("subtitle"));
        header.getChildren().add(title);
        if (editable) {
            Button undo = Buttons.secondary(messages.text("discard"), model.form()::discard);
            undo.setId("settings-discard");
            undo.disableProperty().bind(model.form().dirtyProperty().not());
            Button save = Buttons.primary(messages.text("save"), this::save);
            save.setId("settings-save");
            save.disableProperty().bind(model.form().dirtyProperty().not());
            title.actions().addAll(undo, save);
        }
        fill(calendar, new CalendarPane(model, editable));
        fill(codes, new CodesPane(model, editable));
        fill(numbering, new NumberingPane(model, editable));
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(page);
        states.setOnRetry(model::load);
        states.stateProperty().bind(model.stateProperty());
        root = new StackPane(states);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.SAVE.match(e) && editable) {
                save();
                e.consume();
            }
        });
        model.form().conflict().property().subscribe(this::ask);
    }

    Node root() {
        return root;
    }

    void showTab(String id) {
        tabs.getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    void focus() {
        tabs.requestFocus();
    }

    /** Saves; what is wrong may stand on another tab, which then comes to the front. */
    private void save() {
        model.form().save(saved -> {
            var invalid = model.form().invalidProperty().get();
            if (!saved && invalid != null && !invalid.violations().isEmpty()) {
                String field = invalid.violations().getFirst().field();
                showTab(field.startsWith("codes") ? "codes" : field.startsWith("numbering") ? "numbering" : "calendar");
            }
        });
    }

    private void ask(@Nullable Conflict<SiteSettings> conflict) {
        if (conflict != null) {
            bench.overlay()
                    .show(ConflictDialog.make(
                            messages.text("title"),
                            conflict,
                            field -> messages.text("field." + field),
                            (field, value) -> value,
                            model.form().conflict()));
        }
    }

    private static void fill(Tab tab, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("psh-page-scroll");
        tab.setContent(scroll);
    }
}
