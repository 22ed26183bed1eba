package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.asset.AssetService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tree shows below one row, to be read anew. Immutable; made on the FX thread, read on a worker.
 *
 * @param parent null for the roots
 * @param size how many children to read, in whole pages
 * @param known children that are shown, those revealed from pages not yet read included
 */
record AssetLevel(@Nullable UUID parent, int size, Set<UUID> known) {
    AssetLevel {
        known = Set.copyOf(known);
    }

    /**
     * One level as it was read.
     *
     * @param next key of the page after, null when there is none
     */
    record Read(
            @Nullable UUID parent,
            List<AssetNode> nodes,
            @Nullable String next) {}

    static AssetLevel of(AssetTreeRow row) {
        Set<UUID> known = new HashSet<>();
        for (AssetTreeRow child : row.children()) {
            UUID id = child.id();
            if (id != null) {
                known.add(id);
            }
        }
        int pages = known.size() / AssetTreeViewModel.PAGE + (row.nextKey() == null ? 1 : 0);
        return new AssetLevel(row.id(), Math.max(1, pages) * AssetTreeViewModel.PAGE, known);
    }

    static List<Read> readAll(List<AssetLevel> levels, AssetService assets) {
        return levels.stream().map(level -> level.read(assets)).toList();
    }

    private Read read(AssetService assets) {
        List<AssetNode> all = new ArrayList<>();
        String key = null;
        do {
            int most = Math.min(PageRequest.MAX_SIZE, size - all.size());
            Page<AssetNode> page = assets.children(parent, new PageRequest(most, key));
            all.addAll(page.items());
            key = page.next();
        } while (key != null && all.size() < size);
        if (key != null) {
            all.addAll(revealed(all, assets));
        }
        return new Read(parent, all, key);
    }

    /** Rows that are shown although their page was not read: a search or a link led to them, and they stay. */
    private List<AssetNode> revealed(List<AssetNode> read, AssetService assets) {
        Set<UUID> missing = new HashSet<>(known);
        read.forEach(node -> missing.remove(node.id()));
        return assets.nodes(missing).stream()
                .filter(node -> Objects.equals(node.parentId(), parent))
                .toList();
    }
}
