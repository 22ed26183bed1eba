package com.prosynchub.data;

import java.util.Map;

/** What the signed-in person prefers, wherever he or she signs in; nobody else's is ever seen. */
public interface PreferenceRepository {
    /** All of them by key; empty when nothing was ever chosen. */
    Map<String, String> own();

    /** Stores these, keeping the others; an empty value takes a key away. */
    void save(Map<String, String> changes);
}
