package com.prosynchub.ui.profile;

import com.prosynchub.ui.kit.keys.KeyBindings;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every action and its keys: chosen, freed and put back. No two actions may have the same ones. FX thread. */
public final class KeysViewModel {
    /** Without one of these, typing would set things off. */
    private static final Pattern FREE_OF_TYPING = Pattern.compile("(.*\\+)?F\\d{1,2}|(Shift\\+)?(Shortcut|Alt)\\+.+");

    /** What text fields and the desktop need. */
    private static final Set<String> TAKEN = Set.of(
            "Shortcut+A", "Shortcut+C", "Shortcut+V", "Shortcut+X", "Shortcut+Z", "Shortcut+Y", "Alt+F4", "Alt+Tab");

    private final Supplier<List<KeyRow>> actions;
    private final Preferences preferences;
    private final Messages messages = Messages.of("profile");
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param actions every action with its standard keys, asked each time the list is shown */
    public KeysViewModel(Supplier<List<KeyRow>> actions, Preferences preferences) {
        this.actions = actions;
        this.preferences = preferences;
    }

    /** Reads the list anew. */
    public void load() {
        rows.setAll(actions.get().stream().map(this::inForce).toList());
    }

    /** Gives an action these keys, unless they cannot be used or belong to another action, which is then named. */
    public boolean choose(KeyRow row, String keys) {
        if (TAKEN.contains(keys) || !FREE_OF_TYPING.matcher(keys).matches()) {
            problem.set(messages.text("keys.unfit"));
            return false;
        }
        Optional<KeyRow> other = rows.stream()
                .filter(each -> !each.id().equals(row.id()) && each.keys().equals(keys))
                .findFirst();
        if (other.isPresent()) {
            problem.set(messages.text("keys.conflict", other.get().title()));
            return false;
        }
        keep(row, keys);
        return true;
    }

    /** Leaves an action without keys. */
    public void free(KeyRow row) {
        keep(row, "");
    }

    /** Puts the standard keys back, unless another action has them now, which is then named. */
    public void reset(KeyRow row) {
        if (row.standard().isEmpty()) {
            free(row);
        } else {
            choose(row, row.standard());
        }
    }

    /** Puts all standard keys back. */
    public void resetAll() {
        rows.forEach(row -> preferences.remove(Preferences.KEY + row.id()));
        problem.set("");
        load();
    }

    private void keep(KeyRow row, String keys) {
        problem.set("");
        if (keys.equals(row.standard())) {
            preferences.remove(Preferences.KEY + row.id());
        } else {
            preferences.put(Preferences.KEY + row.id(), keys.isEmpty() ? KeyBindings.NONE : keys);
        }
        rows.replaceAll(each -> each.id().equals(row.id()) ? each.with(keys) : each);
    }

    private KeyRow inForce(KeyRow row) {
        String chosen = preferences.get(Preferences.KEY + row.id()).orElse(row.standard());
        return row.with(chosen.equals(KeyBindings.NONE) ? "" : chosen);
    }

    public ObservableList<KeyRow> rows() {
        return rows;
    }

    /** Why keys were not taken; empty when they were. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
