package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import java.util.List;

/**
 * Two versions of one asset, and where they differ.
 *
 * @param mine what was typed
 * @param theirs what somebody else saved meanwhile
 */
public record AssetConflict(Asset mine, Asset theirs, List<Difference> differences) {
    public AssetConflict {
        differences = List.copyOf(differences);
    }

    /**
     * One field that differs.
     *
     * @param field its name in the record
     * @param mine as shown to the person, empty for none
     * @param theirs as shown to the person, empty for none
     */
    public record Difference(String field, String mine, String theirs) {}
}
