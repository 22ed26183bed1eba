package com.prosynchub.data;

import java.util.Set;
import java.util.UUID;

/**
 * What a person who may be limited to branches of the location tree, or to the own work orders, sees of some records.
 *
 * @param limited whether there is such a limit
 * @param hidden those of the asked ids that are outside it, or gone; empty for whoever is not limited
 */
public record Sight(boolean limited, Set<UUID> hidden) {
    /** Of somebody without a limit. */
    public static final Sight FREE = new Sight(false, Set.of());

    public Sight {
        hidden = Set.copyOf(hidden);
    }
}
