package com.prosynchub.ui.shell;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.dialog.Command;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.theme.Appearance;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Who is signed in, theme, scale, and the way out. FX thread. */
final class PersonMenu extends MenuButton {
    private final Messages messages = Messages.of("shell");

    PersonMenu(SignedInUser user, Appearance appearance, Runnable profile, List<Command> commands, Runnable signOut) {
        super(user.displayName(), Icons.large(CarbonIcons.USER_AVATAR));
        getStyleClass().addAll("flat", "psh-person");
        setId("person-menu");
        Label name = new Label(user.displayName());
        name.getStyleClass().add("psh-strong");
        Label role = new Label(messages.text("person.role", user.username(), Words.role(user.roleName())));
        role.getStyleClass().addAll("psh-muted", "psh-small");
        CustomMenuItem who = new CustomMenuItem(new VBox(name, role), false);
        who.setDisable(true);
        MenuItem own = new MenuItem(messages.text("person.profile"), Icons.of(CarbonIcons.USER_PROFILE));
        own.setId("open-profile");
        own.setOnAction(e -> profile.run());
        MenuItem out = new MenuItem(messages.text("person.signOut"), Icons.of(CarbonIcons.LOGOUT));
        out.setId("sign-out");
        out.setOnAction(e -> signOut.run());
        getItems()
                .addAll(
                        who,
                        new SeparatorMenuItem(),
                        own,
                        themes(appearance),
                        scales(appearance),
                        new SeparatorMenuItem());
        commands.forEach(command -> getItems().add(item(command)));
        getItems().addAll(new SeparatorMenuItem(), out);
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setId(command.id().replace('.', '-'));
        // For show: the frame hears the keys before the menu does.
        item.setAccelerator(command.shortcut());
        item.setOnAction(e -> command.action().run());
        return item;
    }

    private Menu themes(Appearance appearance) {
        Menu menu = new Menu(messages.text("person.theme"), Icons.of(CarbonIcons.COLOR_PALETTE));
        ToggleGroup group = new ToggleGroup();
        for (Appearance.Choice choice : Appearance.Choice.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.text("theme." + choice.word()));
            item.setToggleGroup(group);
            item.setOnAction(e -> appearance.choiceProperty().set(choice));
            appearance.choiceProperty().subscribe(now -> item.setSelected(now == choice));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu scales(Appearance appearance) {
        Menu menu = new Menu(messages.text("person.scale"), Icons.of(CarbonIcons.ZOOM_IN));
        ToggleGroup group = new ToggleGroup();
        for (int percent : Appearance.SCALES) {
            RadioMenuItem item = new RadioMenuItem(messages.text("person.percent", percent));
            item.setToggleGroup(group);
            item.setOnAction(e -> appearance.scaleProperty().set(percent));
            appearance.scaleProperty().subscribe(now -> item.setSelected(now.intValue() == percent));
            menu.getItems().add(item);
        }
        return menu;
    }
}
