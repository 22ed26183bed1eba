package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The menu of saved views: opens one, and saves, names, shares and deletes the one that is open. FX thread. */
final class ViewsMenu extends MenuButton {
    private final SavedViewsViewModel model;
    private final OverlayHost overlay;
    private final Messages messages = Messages.of("trends");

    ViewsMenu(SavedViewsViewModel model, OverlayHost overlay) {
        this.model = model;
        this.overlay = overlay;
        setId("views");
        setGraphic(Icons.of(CarbonIcons.BOOKMARK));
        setMinWidth(USE_PREF_SIZE);
        setText(messages.text("views"));
        // What may be done depends on what is shown just now, so the menu is made each time it opens.
        setOnShowing(e -> getItems().setAll(items()));
        model.views().addListener((ListChangeListener<SavedPage>)
                change -> getItems().setAll(items()));
        getItems().setAll(items());
    }

    /** Saves the open view, or asks for a name where there is none. */
    void save() {
        if (model.maySave()) {
            model.save();
        } else {
            saveAs();
        }
    }

    private List<MenuItem> items() {
        SavedPage open = model.currentProperty().get();
        List<MenuItem> items = new ArrayList<>();
        if (model.views().isEmpty()) {
            MenuItem none = item(messages.text("view.none"), () -> {});
            none.setDisable(true);
            items.add(none);
        }
        for (SavedPage view : model.views()) {
            MenuItem item = item(called(view), () -> model.open(view));
            item.setGraphic(open != null && view.id().equals(open.id()) ? Icons.of(CarbonIcons.CHECKMARK) : null);
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        if (open != null && model.maySave()) {
            MenuItem save = item(messages.text("view.save", open.name()), model::save);
            save.setDisable(!model.changed());
            items.add(save);
        }
        items.add(item(messages.text("view.save.as"), this::saveAs));
        if (open != null) {
            own(items, open);
        }
        return items;
    }

    private void own(List<MenuItem> items, SavedPage open) {
        CheckMenuItem first = new CheckMenuItem(messages.text("view.default"));
        first.setSelected(model.isDefault(open));
        first.setOnAction(e -> model.setDefault(first.isSelected() ? open : null));
        items.add(first);
        if (model.mayChange(open)) {
            items.add(item(
                    messages.text("view.rename"),
                    () -> ask("view.rename.title", "view.rename.verb", open.name(), name -> model.rename(open, name))));
            if (!model.roles().isEmpty()) {
                items.add(sharing(open));
            }
            items.add(item(messages.text("view.delete", open.name()), () -> model.delete(open)));
        }
    }

    private Menu sharing(SavedPage open) {
        Menu share = new Menu(messages.text("view.share"));
        for (Map.Entry<Integer, String> role : model.roles().entrySet()) {
            share.getItems()
                    .add(choice(
                            roleName(role.getValue()),
                            role.getKey().equals(open.roleId()),
                            () -> model.share(open, role.getKey())));
        }
        share.getItems().add(choice(messages.text("view.share.none"), !open.shared(), () -> model.share(open, null)));
        return share;
    }

    private static CheckMenuItem choice(String text, boolean chosen, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setMnemonicParsing(false);
        item.setSelected(chosen);
        item.setOnAction(e -> action.run());
        return item;
    }

    private String called(SavedPage view) {
        if (!view.shared()) {
            return view.name();
        }
        return model.roleOf(view)
                .map(role -> messages.text("view.of.role", view.name(), roleName(role)))
                .orElseGet(() -> messages.text("view.of.own.role", view.name()));
    }

    private static String roleName(String role) {
        return Words.role(role);
    }

    private void saveAs() {
        ask("view.new.title", "view.new.verb", "", model::saveAs);
    }

    private void ask(String title, String verb, String before, Consumer<String> action) {
        TextField name = new TextField(before);
        name.setId("view-name");
        Form form = new Form();
        form.add("name", messages.text("view.name"), name);
        DialogBox box = new DialogBox(messages.text(title))
                .content(form)
                .cancel()
                .primary(messages.text(verb), () -> {
                    String text = name.getText().strip();
                    boolean fits = !text.isEmpty() && text.length() <= SavedPage.NAME;
                    form.field("name").setError(fits ? null : messages.text("view.name.rule", SavedPage.NAME));
                    if (fits) {
                        action.accept(text);
                    }
                    return fits;
                })
                .focusOn(name);
        box.setId("view-naming");
        overlay.show(box);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
