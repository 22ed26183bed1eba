package com.prosynchub.ui;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.Records;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The whole window of somebody who holds exactly certain permissions, over the sample plant, and every control that he or
 * she finds on a screen: by its id, or where it has none by its words. Test thread.
 */
final class WindowControls implements AutoCloseable {
    private static final String MACHINE = "Ammonia compressor C-401";
    private static final String STEPS = "Change discharge valve plates";
    private static final int MOST_TABS = 8;

    /** What the matrix of permissions gives a box that does not answer. */
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final SamplePlant site = new SamplePlant("Manager");
    private final SampleWindow window;
    private final Scene scene;
    private final Map<String, Set<String>> said = new HashMap<>();

    WindowControls(Set<Permission> held) {
        UserAccount somebody = site.plant.user("somebody", "Viewer");
        site.plant.recorded(somebody, "UPDATE", "LOCATION", "1", Map.of("name", "a"), Map.of("name", "b"));
        site.plant.signedIn(somebody.id(), "ws-hall");
        site.plant.signedIn(site.session.user().userId(), "ws-office");
        for (WorkOrderStatus status : WorkOrderStatus.values()) {
            site.plant.put(Records.workOrder(status.name(), site.id(MACHINE), status, null));
        }
        site.plant.refuse("files", site.id(MACHINE), "unheard_of");
        // Within everybody's reach, and the last in the list.
        site.plant.role("Zero", Set.of());
        site.plant.role("Manager", new HashSet<>(held));
        site.session.follow();
        window = Fx.call(() -> new SampleWindow(site));
        scene = Fx.call(() -> {
            Scene made = new Scene(window.shell.root(), 1280, 800);
            ThemeManager.apply(made, Theme.LIGHT, 100);
            window.shell.start();
            return made;
        });
        settle();
    }

    /** Screens in the rail. */
    Set<String> rail() {
        return Fx.call(() -> {
            Set<String> found = new TreeSet<>();
            for (Node button : scene.getRoot().lookupAll(".psh-rail-button")) {
                if (button.getId() != null && button.getId().startsWith("rail-")) {
                    found.add(button.getId().substring("rail-".length()));
                }
            }
            return found;
        });
    }

    /** What the palette offers beyond going somewhere. */
    Set<String> commands() {
        return Fx.call(() -> SampleWindow.features(site.services, window.bench()).stream()
                .flatMap(feature -> feature.commands().stream())
                .map(command -> "palette " + command.id())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Everything that can be pressed, chosen from or written in on a screen, whatever row, tab or order is chosen. */
    Set<String> on(String screen) {
        Set<String> found = new TreeSet<>();
        for (String target : targets(screen)) {
            Fx.run(() -> {
                if (target.isEmpty()) {
                    window.shell.navigator().open(screen);
                } else {
                    window.shell.navigator().open(screen, target);
                }
            });
            settle();
            if (!Fx.call(() -> screen.equals(
                    window.shell.navigator().currentProperty().get().id()))) {
                return Set.of();
            }
            for (int tab = 0; tab < MOST_TABS; tab++) {
                int number = tab;
                boolean more = Fx.call(() -> chooseTabs(number, found));
                choose();
                Fx.run(() -> {
                    collect(view(), found);
                    said.computeIfAbsent(screen, first -> new TreeSet<>()).addAll(written(view()));
                });
                if (!more) {
                    break;
                }
            }
        }
        key(found, KeyCode.N, false, "key new");
        key(found, KeyCode.M, true, "key move");
        if (screen.equals("users")) {
            sessions(found);
        }
        return found;
    }

    private Iterable<String> targets(String screen) {
        Set<String> targets = new TreeSet<>();
        if (screen.equals("assets")) {
            targets.add(site.id(MACHINE).toString());
        } else if (screen.equals("trends")) {
            targets.add(site.id(MACHINE) + "/vibration;");
        } else if (screen.equals("workorders")) {
            site.session.workOrders().list(Set.of(), PageRequest.first(50)).items().stream()
                    .filter(order -> order.title().equals(STEPS)
                            || order.title().equals(order.status().name()))
                    .forEach(order -> targets.add(order.id().toString()));
        } else {
            targets.add("");
        }
        return targets;
    }

    private Node view() {
        return window.shell.navigator().screen().view();
    }

    private boolean chooseTabs(int number, Set<String> found) {
        boolean more = false;
        for (Node node : view().lookupAll(".tab-pane")) {
            if (node instanceof TabPane tabs && number < tabs.getTabs().size()) {
                found.add("tab " + tabs.getTabs().get(number).getText().replaceAll(" *[0-9(].*", ""));
                tabs.getSelectionModel().select(number);
                more |= number + 1 < tabs.getTabs().size();
            }
        }
        return more;
    }

    /** Chooses a row of whatever has rows and none chosen. */
    private void choose() {
        settle();
        Fx.run(() -> view().lookupAll("*").forEach(WindowControls::chooseOne));
        settle();
    }

    private static void chooseOne(Node node) {
        switch (node) {
            case TableView<?> table
            when table.getSelectionModel().isEmpty() ->
                table.getSelectionModel().selectFirst();
            case ListView<?> list
            when !partOfABox(list) && list.getSelectionModel().isEmpty() ->
                list.getSelectionModel().selectLast();
            case TreeView<?> tree
            when tree.getSelectionModel().isEmpty() -> tree.getSelectionModel().select(0);
            default -> {}
        }
    }

    /** What was written on a screen while {@link #on} looked at it. */
    Set<String> words(String screen) {
        return said.getOrDefault(screen, Set.of());
    }

    private void collect(Node root, Set<String> found) {
        root.applyCss();
        ((javafx.scene.Parent) root).layout();
        for (Node node : root.lookupAll("*")) {
            if (!(node instanceof Control control) || !seen(control) || control instanceof ScrollBar) {
                continue;
            }
            if (control.getContextMenu() != null && !(control instanceof TextInputControl)) {
                for (MenuItem item : control.getContextMenu().getItems()) {
                    found.add("menu " + item.getText());
                }
            }
            if (works(control) && !partOfABox(control)) {
                found.add(name(control).replaceAll("-[0-9]+", "-*").replaceAll("permission-.*", "permission-*"));
            }
        }
    }

    /** A button may wait for a row or a change; anything else that is shut does nothing. */
    private static boolean works(Control control) {
        return switch (control) {
            case TextInputControl text -> text.isEditable() && !text.isDisabled();
            case Button button -> !button.getParent().isDisabled();
            case ButtonBase other ->
                !other.isDisabled() && !other.getParent().getPseudoClassStates().contains(LOCKED);
            case ComboBoxBase<?> box -> !box.isDisabled();
            default -> false;
        };
    }

    private static boolean partOfABox(Control control) {
        for (Node at = control.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ComboBoxBase<?>) {
                return true;
            }
        }
        return false;
    }

    /** A part of another control is that control. */
    private static String name(Control control) {
        if (control.getId() != null) {
            return "#" + control.getId();
        }
        for (Node at = control.getParent(); at != null; at = at.getParent()) {
            if (at.getId() != null && !(at instanceof TabPane)) {
                return "#" + at.getId() + " " + words(control);
            }
        }
        return words(control);
    }

    private static String words(Control control) {
        if (control instanceof ToggleButton || control instanceof CheckBox || control instanceof Hyperlink) {
            return control.getClass().getSimpleName();
        }
        String accessible = control.getAccessibleText();
        if (control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return accessible == null || accessible.isBlank() ? control.getClass().getSimpleName() : accessible;
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a key does something: a dialog opens, or other controls appear. */
    private void key(Set<String> found, KeyCode code, boolean shift, String name) {
        String before = Fx.call(this::everything);
        Fx.run(() -> {
            Node screen = view();
            Event.fireEvent(screen, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false));
        });
        settle();
        if (!before.equals(Fx.call(this::everything))) {
            found.add(name);
        }
        Fx.run(() -> Event.fireEvent(
                scene.getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        settle();
    }

    /** Every control and everything that is written just now. */
    private String everything() {
        Set<String> found = new TreeSet<>();
        collect(scene.getRoot(), found);
        return found + "\n" + written(scene.getRoot());
    }

    private static List<String> written(Node root) {
        List<String> words = new ArrayList<>();
        for (Node node : root.lookupAll("*")) {
            if (!seen(node)) {
                continue;
            }
            if (node instanceof TextInputControl field && field.getText() != null) {
                words.add(field.getText());
            } else if (node instanceof Labeled label && label.getText() != null) {
                words.add(label.getText());
            }
        }
        return words;
    }

    private void sessions(Set<String> found) {
        Fx.run(() -> {
            if (scene.lookup("#user-sessions-open") instanceof Button open) {
                open.fire();
            }
        });
        settle();
        Fx.run(() -> {
            Node dialog = scene.lookup("#user-sessions");
            if (dialog != null) {
                collect(dialog, found);
            }
        });
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
    }

    @Override
    public void close() {
        Fx.run(window.shell::close);
    }
}
