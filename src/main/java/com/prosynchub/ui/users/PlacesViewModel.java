package com.prosynchub.ui.users;

import com.prosynchub.service.access.UserService;
import com.prosynchub.service.location.LocationNode;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The places that one person is limited to, as a choice from the tree and as a sentence. FX thread but for store(). */
public final class PlacesViewModel {
    private final UserService users;
    private final LocationService locations;
    private final TaskRunner tasks;
    private final UUID user;
    private final Messages messages = Messages.of("users");
    private final ReadOnlyObjectWrapper<List<LocationNode>> roots = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private volatile Set<Integer> chosen = Set.of();
    private volatile List<Integer> before = List.of();
    private @Nullable Set<Integer> restored;
    private boolean read;

    PlacesViewModel(UserService users, LocationService locations, TaskRunner tasks, UUID user) {
        this.users = users;
        this.locations = locations;
        this.tasks = tasks;
        this.user = user;
    }

    /** Reads the tree and the limit; until then nothing can be chosen, and storing changes nothing. */
    public void load() {
        tasks.run(() -> new Found(locations.tree(), users.places(user)))
                .onSuccess(found -> {
                    before = found.places();
                    Set<Integer> typed = restored;
                    chosen = typed == null ? Set.copyOf(before) : typed;
                    read = true;
                    roots.set(found.tree());
                    say();
                })
                .start();
    }

    /** Adds a branch to what the person sees, or takes it away. What lies below a chosen branch is seen in any case. */
    public void choose(int place, boolean on) {
        if (!read) {
            return;
        }
        Set<Integer> now = new TreeSet<>(chosen);
        if (on) {
            now.add(place);
        } else {
            now.remove(place);
        }
        chosen = Set.copyOf(now);
        say();
    }

    public boolean isChosen(int place) {
        return chosen.contains(place);
    }

    /** Whether the choice is another than what was read. */
    boolean isTyped() {
        return read && !chosen.equals(Set.copyOf(before));
    }

    Set<Integer> chosen() {
        return chosen;
    }

    /** Takes a choice that was put aside instead of what {@link #load} brings. */
    void restore(Set<?> places) {
        Set<Integer> typed = new TreeSet<>();
        places.forEach(place -> typed.add((Integer) place));
        restored = Set.copyOf(typed);
        if (read) {
            chosen = restored;
            say();
        }
    }

    /** Saves the choice if it differs from what was read; on a worker. */
    void store() {
        List<Integer> after =
                topmost().stream().map(node -> node.location().id()).sorted().toList();
        if (!after.equals(before)) {
            users.limit(user, before, after);
            before = after;
        }
    }

    private void say() {
        List<String> names =
                topmost().stream().map(node -> node.location().name()).toList();
        sentence.set(names.isEmpty() ? messages.text("sees.all") : messages.text("sees.some", spoken(names)));
    }

    private String spoken(List<String> names) {
        if (names.size() == 1) {
            return names.getFirst();
        }
        String all = names.getFirst();
        for (String name : names.subList(1, names.size() - 1)) {
            all = messages.text("sees.more", all, name);
        }
        return messages.text("sees.last", all, names.getLast());
    }

    /** The chosen places without those that lie below another chosen one. */
    private List<LocationNode> topmost() {
        List<LocationNode> found = new ArrayList<>();
        roots.get().forEach(root -> collect(root, found));
        return found;
    }

    private void collect(LocationNode node, List<LocationNode> found) {
        if (chosen.contains(node.location().id())) {
            found.add(node);
        } else {
            node.children().forEach(child -> collect(child, found));
        }
    }

    public ReadOnlyObjectProperty<List<LocationNode>> rootsProperty() {
        return roots.getReadOnlyProperty();
    }

    /** Such as "Sees Building A and Boiler house, with everything below."; empty until it was read. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    private record Found(List<LocationNode> tree, List<Integer> places) {}
}
