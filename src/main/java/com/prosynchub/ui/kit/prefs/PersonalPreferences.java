package com.prosynchub.ui.kit.prefs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the signed-in person prefers everywhere, over what this workstation remembers: language, keys and notifications follow
 * the person, all else stays with the desk. FX thread.
 */
public final class PersonalPreferences implements Preferences {
    private static final List<String> FOLLOWING = List.of(LANGUAGE, KEY, NOTICE);

    private final Preferences workstation;
    private final Map<String, String> own;
    private final Consumer<Map<String, String>> save;

    /**
     * Preferences of one session.
     *
     * @param own what the person chose before
     * @param save stores changes; an empty value takes a key away
     */
    public PersonalPreferences(Preferences workstation, Map<String, String> own, Consumer<Map<String, String>> save) {
        this.workstation = workstation;
        this.own = new HashMap<>(own);
        this.save = save;
    }

    @Override
    public Optional<String> get(String key) {
        Optional<String> mine = follows(key) ? Optional.ofNullable(own.get(key)) : Optional.empty();
        // The desk's own language is what nobody in particular prefers; it serves whoever never chose one.
        return mine.isPresent() || key.startsWith(KEY) || key.startsWith(NOTICE) ? mine : workstation.get(key);
    }

    @Override
    public void put(String key, String value) {
        if (!follows(key)) {
            workstation.put(key, value);
        } else if (!value.equals(own.put(key, value))) {
            save.accept(Map.of(key, value));
        }
    }

    @Override
    public void remove(String key) {
        if (!follows(key)) {
            workstation.remove(key);
        } else if (own.remove(key) != null) {
            save.accept(Map.of(key, ""));
        }
    }

    private static boolean follows(String key) {
        return FOLLOWING.stream().anyMatch(key::startsWith);
    }
}
