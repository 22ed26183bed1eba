package com.prosynchub.data.postgres;

import com.prosynchub.data.PreferenceRepository;
import java.util.LinkedHashMap;
import java.util.Map;

/** The own preferences in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresPreferences implements PreferenceRepository {
    private static final String READ = "select p.preferences::text from app.user_preferences p";
    private static final String SAVE = "select auth.save_preferences(jsonb_object(?::text[], ?::text[]))";

    private final Link link;

    PostgresPreferences(Link link) {
        this.link = link;
    }

    @Override
    public Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>();
        link.read(u -> u.stateless().createNativeQuery(READ, String.class).getResultList()).stream()
                .findFirst()
                .ifPresent(text -> Json.object(text).forEach((key, value) -> own.put(key, value.toString())));
        return own;
    }

    @Override
    public void save(Map<String, String> changes) {
        String[] keys = changes.keySet().toArray(String[]::new);
        String[] values = changes.values().stream()
                .map(value -> value.isEmpty() ? null : value)
                .toArray(String[]::new);
        link.write(u -> {
            Writes.execute(u, SAVE, keys, values);
            return null;
        });
    }
}
