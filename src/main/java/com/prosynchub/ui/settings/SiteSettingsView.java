package com.prosynchub.ui.settings;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.RecordForm;
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
    private final SignInRulesViewModel rules;
    private final AllForms forms;
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

    @FXML
    private Tab signin;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    SiteSettingsView(
            SiteSettingsViewModel model,
            SignInRulesViewModel rules,
            AllForms forms,
            Workbench bench,
            boolean editable) {
        this.model = model;
        this.rules = rules;
        this.forms = forms;
        this.bench = bench;
        VBox page = FxmlLoader.load(this, messages);
        PageHeader title = new PageHeader(messages.text("title"));
        title.setSubtitle(messages.text("subtitle"));
        header.getChildren().add(title);
        if (editable) {
            Button undo = Buttons.secondary(messages.text("discard"), forms::discard);
            undo.setId("settings-discard");
            undo.disableProperty().bind(forms.dirty().not());
            Button save = Buttons.primary(messages.text("save"), this::save);
            save.setId("settings-save");
            save.disableProperty().bind(forms.dirty().not());
            title.actions().addAll(undo, save);
        }
        fill(calendar, new CalendarPane(model, editable));
        fill(codes, new CodesPane(model, editable));
        fill(numbering, new NumberingPane(model, editable));
        StatePane door = new StatePane(bench.tasks().ui());
        // In a box, since the states stand in the middle and a page stands at the left.
        door.setContent(new VBox(new SignInPane(rules, editable)));
        door.setOnRetry(rules::load);
        door.stateProperty().bind(rules.stateProperty());
        fill(signin, door);
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
        model.form().conflict().property().subscribe(conflict -> ask(conflict, model.form()));
        rules.form().conflict().property().subscribe(conflict -> ask(conflict, rules.form()));
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
        forms.save(saved -> {
            if (!saved) {
                showWrong();
            }
        });
    }

    private void showWrong() {
        Failure.Invalid wrong = model.form().invalidProperty().get();
        if (wrong != null && !wrong.violations().isEmpty()) {
            String field = wrong.violations().getFirst().field();
            showTab(field.startsWith("codes") ? "codes" : field.startsWith("numbering") ? "numbering" : "calendar");
        } else if (rules.form().invalidProperty().get() != null) {
            showTab("signin");
        }
    }

    private <T> void ask(@Nullable Conflict<T> conflict, RecordForm<T> form) {
        if (conflict != null) {
            bench.overlay()
                    .show(ConflictDialog.make(
                            messages.text("title"),
                            conflict,
                            field -> messages.text("field." + field),
                            (field, value) -> value,
                            form.conflict()));
        }
    }

    private static void fill(Tab tab, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("psh-page-scroll");
        tab.setContent(scroll);
    }
}
