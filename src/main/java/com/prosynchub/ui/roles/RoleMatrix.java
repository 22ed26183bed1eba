package com.prosynchub.ui.roles;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.PermissionWord;
import com.prosynchub.model.access.Resource;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Resources by actions, a box where that permission exists. Arrow keys go from box to box, Space gives or takes, and what the
 * box under the focus or the pointer allows is said below. FX thread.
 */
final class RoleMatrix extends GridPane {
    private static final double FIRST_COLUMN = 140;
    private static final double COLUMN = 46;

    private final RolesViewModel model;
    private final Label told;
    private final boolean mayUpdate;
    private final Messages messages = Messages.of("roles");
    private final Map<Permission, Box> boxes = new HashMap<>();
    private List<Action> actions = List.of();
    private List<Resource> resources = List.of();

    /** @param told where the words of a permission are shown */
    RoleMatrix(RolesViewModel model, Label told, boolean mayUpdate) {
        this.model = model;
        this.told = told;
        this.mayUpdate = mayUpdate;
        setId("role-matrix");
        getStyleClass().add("psh-matrix");
        model.wordsProperty().subscribe(this::build);
        model.held.subscribe(this::show);
        model.compared.subscribe(this::show);
        model.form().shownProperty().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void build(List<PermissionWord> words) {
        List<Permission> now = words.stream().map(PermissionWord::permission).toList();
        if (boxes.keySet().equals(java.util.Set.copyOf(now))) {
            return;
        }
        getChildren().clear();
        getColumnConstraints().setAll(new ColumnConstraints(FIRST_COLUMN));
        boxes.clear();
        actions = now.stream().map(Permission::action).distinct().sorted().toList();
        resources = now.stream().map(Permission::resource).distinct().sorted().toList();
        for (int i = 0; i < actions.size(); i++) {
            ColumnConstraints column = new ColumnConstraints(COLUMN);
            column.setHalignment(HPos.CENTER);
            getColumnConstraints().add(column);
            Label head = new Label(messages.text("action." + actions.get(i).word()));
            head.getStyleClass().add(Styles.CAPTION);
            head.setRotate(-90);
            Group turned = new Group(head);
            GridPane.setValignment(turned, VPos.BOTTOM);
            add(turned, i + 1, 0);
        }
        for (int i = 0; i < resources.size(); i++) {
            add(new Label(messages.text("resource." + resources.get(i).word())), 0, i + 1);
        }
        for (PermissionWord word : words) {
            Permission p = word.permission();
            Box box = new Box(word);
            boxes.put(p, box);
            add(box, actions.indexOf(p.action()) + 1, resources.indexOf(p.resource()) + 1);
        }
        words.stream()
                .findFirst()
                .ifPresent(first -> at(first.permission()).check.setFocusTraversable(true));
        show();
    }

    private Box at(Permission permission) {
        return Objects.requireNonNull(boxes.get(permission));
    }

    private void show() {
        boxes.values().forEach(Box::show);
    }

    private void onKey(KeyEvent event) {
        int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (right == 0 && down == 0) {
            return;
        }
        boxes.values().stream().filter(box -> box.check.isFocused()).findFirst().ifPresent(box -> {
            Box next = next(box.word.permission(), right, down);
            if (next != null) {
                box.check.setFocusTraversable(false);
                next.check.setFocusTraversable(true);
                next.check.requestFocus();
            }
            event.consume();
        });
    }

    /** The next box in that direction; gaps are jumped over. */
    private @Nullable Box next(Permission from, int right, int down) {
        int column = actions.indexOf(from.action()) + right;
        int row = resources.indexOf(from.resource()) + down;
        while (column >= 0 && column < actions.size() && row >= 0 && row < resources.size()) {
            Box box = boxes.get(Permission.of(resources.get(row), actions.get(column)));
            if (box != null) {
                return box;
            }
            column += right;
            row += down;
        }
        return null;
    }

    /** One permission: whether it is held, whether that is new, and how the compared role differs. */
    private final class Box extends HBox {
        private final PermissionWord word;
        private final CheckBox check;
        private final Label mark = new Label();

        Box(PermissionWord word) {
            this.word = word;
            getStyleClass().add("psh-matrix-box");
            mark.getStyleClass().add("psh-matrix-mark");
            check = new CheckBox() {
                @Override
                public void fire() {
                    if (isOpen()) {
                        model.toggle(word.permission());
                    }
                }
            };
            check.setId("permission-" + word.permission().key().replace(':', '-'));
            check.setAccessibleText(sentence());
            check.setFocusTraversable(false);
            check.focusedProperty().subscribe(this::tell);
            hoverProperty().subscribe(this::tell);
            Tooltip.install(this, new Tooltip(sentence()));
            getChildren().addAll(check, mark);
        }

        private boolean isOpen() {
            return mayUpdate && model.mayToggle(word.permission());
        }

        private String sentence() {
            return messages.text("permission.told", word.permission().key(), allows());
        }

        /** What the permission allows; in the database's words where the site made it up itself. */
        private String allows() {
            Permission p = word.permission();
            String key = p.resource().word() + "." + p.action().word();
            return messages.has("permission." + key) ? messages.text("permission." + key) : word.description();
        }

        private void tell(boolean here) {
            if (here) {
                told.setText(sentence());
            }
        }

        private void show() {
            Permission p = word.permission();
            var base = model.form().shownProperty().get();
            boolean held = model.held.get().contains(p);
            boolean changed = base != null && base.permissions().contains(p) != held;
            int difference = model.difference(p);
            check.setSelected(held);
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("locked"), !isOpen());
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("changed"), changed);
            mark.setText(difference > 0 ? "+" : difference < 0 ? "−" : changed ? "•" : "");
        }
    }
}
