package com.prosynchub.ui.roles;

import com.prosynchub.model.access.Permission;
import com.prosynchub.ui.kit.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changing a role's permissions does to those who hold it. A permission that opens no screen counts as an action.
 * Immutable.
 *
 * @param people who feel it
 * @param lostScreens titles
 * @param gainedScreens titles
 */
public record RoleEffect(
        int people, List<String> lostScreens, List<String> gainedScreens, int lostActions, int gainedActions) {

    /** @param screens the permission of every screen that the program has, by title */
    public static RoleEffect of(
            Set<Permission> before, Set<Permission> after, int people, Map<String, Permission> screens) {
        Set<Permission> lost = new HashSet<>(before);
        lost.removeAll(after);
        Set<Permission> gained = new HashSet<>(after);
        gained.removeAll(before);
        return new RoleEffect(
                people, opened(lost, screens), opened(gained, screens), others(lost, screens), others(gained, screens));
    }

    public boolean isNothing() {
        return lostScreens.isEmpty() && gainedScreens.isEmpty() && lostActions == 0 && gainedActions == 0;
    }

    /** As one sentence, such as "Loses 3 screens and 12 actions. 4 people."; empty when nothing changes. */
    String sentence(Messages messages) {
        if (isNothing()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (!lostScreens.isEmpty() || lostActions > 0) {
            parts.add(messages.text("effect.loses", lostScreens.size(), lostActions));
        }
        if (!gainedScreens.isEmpty() || gainedActions > 0) {
            parts.add(messages.text("effect.gains", gainedScreens.size(), gainedActions));
        }
        parts.add(messages.text("effect.people", people));
        return String.join(" ", parts);
    }

    private static List<String> opened(Set<Permission> permissions, Map<String, Permission> screens) {
        return screens.entrySet().stream()
                .filter(screen -> permissions.contains(screen.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int others(Set<Permission> permissions, Map<String, Permission> screens) {
        return (int) permissions.stream().filter(p -> !screens.containsValue(p)).count();
    }
}
