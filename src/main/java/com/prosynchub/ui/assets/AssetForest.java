package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.page.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The loaded part of the asset tree, by id. All changes are made in place: a row that stays is the same object, at the same
 * place, still open or shut. FX thread.
 */
final class AssetForest {
    private static final Comparator<AssetTreeRow> BY_NAME =
            Comparator.comparing(AssetTreeRow::toString).thenComparing(row -> String.valueOf(row.id()));

    private final AssetTreeRow root = AssetTreeRow.root();
    private final Map<UUID, AssetTreeRow> rows = new HashMap<>();

    AssetTreeRow root() {
        return root;
    }

    @Nullable
    AssetTreeRow row(UUID id) {
        return rows.get(id);
    }

    Set<UUID> ids() {
        return Set.copyOf(rows.keySet());
    }

    /** Rows whose children have been loaded, parents before children. */
    List<AssetTreeRow> loadedRows() {
        List<AssetTreeRow> found = new ArrayList<>();
        collectLoaded(root, found);
        return found;
    }

    private static void collectLoaded(AssetTreeRow row, List<AssetTreeRow> found) {
        if (row.loaded()) {
            found.add(row);
            row.children().forEach(child -> collectLoaded(child, found));
        }
    }

    /** Appends a page; rows that a search revealed earlier are not added twice and take their place in it. */
    void append(AssetTreeRow parent, Page<AssetNode> page) {
        List<AssetTreeRow> fresh =
                page.items().stream().map(node -> rowFor(parent, node)).toList();
        dropTail(parent);
        if (Collections.disjoint(new HashSet<>(parent.children()), fresh)) {
            parent.children().addAll(firstAfter(parent, fresh), fresh);
        } else {
            weave(parent, fresh);
        }
        parent.loadedUpTo(page.next());
        setTail(parent, page.last() ? null : AssetTreeRow.Kind.MORE);
    }

    /** Earlier pages, then the page, then rows revealed from pages still to come. */
    private static void weave(AssetTreeRow parent, List<AssetTreeRow> page) {
        Set<AssetTreeRow> onPage = new HashSet<>(page);
        List<AssetTreeRow> wanted = new ArrayList<>();
        List<AssetTreeRow> later = new ArrayList<>();
        for (AssetTreeRow child : parent.children()) {
            if (!onPage.contains(child)) {
                (BY_NAME.compare(child, page.getLast()) < 0 ? wanted : later).add(child);
            }
        }
        wanted.addAll(page);
        wanted.addAll(later);
        arrange(parent.children(), wanted);
    }

    /** Where a page belongs: before revealed rows that come later, which is rarely anywhere but the end. */
    private static int firstAfter(AssetTreeRow parent, List<AssetTreeRow> fresh) {
        if (fresh.isEmpty()) {
            return parent.children().size();
        }
        AssetTreeRow last = fresh.getLast();
        int at = parent.children().size();
        while (at > 0 && BY_NAME.compare(parent.children().get(at - 1), last) > 0) {
            at--;
        }
        return at;
    }

    /** Replaces the children by what was read anew; rows that are still there stay the same objects. */
    void merge(AssetTreeRow parent, List<AssetNode> nodes, @Nullable String nextKey) {
        Set<UUID> kept = new HashSet<>();
        List<AssetTreeRow> wanted = new ArrayList<>();
        for (AssetNode node : nodes) {
            kept.add(node.id());
            wanted.add(rowFor(parent, node));
        }
        for (AssetTreeRow child : List.copyOf(parent.children())) {
            UUID id = child.id();
            if (id != null && !kept.contains(id) && rows.get(id) == child) {
                forget(child);
            }
        }
        if (nextKey != null) {
            wanted.add(AssetTreeRow.tail(parent, AssetTreeRow.Kind.MORE));
        }
        parent.loadedUpTo(nextKey);
        arrange(parent.children(), wanted);
    }

    /** Brings {@code now} to {@code wanted} by single removals and insertions, so that a view keeps its place. */
    private static void arrange(List<AssetTreeRow> now, List<AssetTreeRow> wanted) {
        if (sameRows(now, wanted)) {
            return;
        }
        Set<AssetTreeRow> staying = new HashSet<>(wanted);
        now.removeIf(row -> !staying.contains(row));
        Set<AssetTreeRow> there = new HashSet<>(now);
        for (int i = 0; i < wanted.size(); i++) {
            AssetTreeRow row = wanted.get(i);
            if (i < now.size() && now.get(i) == row) {
                continue;
            }
            if (there.contains(row)) {
                now.remove(row);
            }
            now.add(Math.min(i, now.size()), row);
        }
    }

    private static boolean sameRows(List<AssetTreeRow> now, List<AssetTreeRow> wanted) {
        if (now.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != wanted.get(i)
                    && (now.get(i).isAsset()
                            || now.get(i).kind() != wanted.get(i).kind())) {
                return false;
            }
        }
        return true;
    }

    /** Takes over what was read about single assets: new values, new parents, new arrivals. */
    void update(Collection<AssetNode> nodes) {
        for (AssetNode node : nodes) {
            AssetTreeRow known = rows.get(node.id());
            AssetTreeRow parent = parentRow(node);
            if (known != null && known.parent() == parent) {
                known.nodeProperty().set(node);
            } else if (parent != null && parent.loaded()) {
                insertSorted(parent, rowFor(parent, node));
            } else if (known != null) {
                remove(node.id());
            }
        }
    }

    /** Puts an asset below its parent even if its page is not loaded; the parent must be known. */
    @Nullable
    AssetTreeRow reveal(AssetNode node) {
        AssetTreeRow known = rows.get(node.id());
        AssetTreeRow parent = parentRow(node);
        if (parent == null) {
            return known;
        }
        if (known != null && known.parent() == parent) {
            known.nodeProperty().set(node);
            return known;
        }
        AssetTreeRow row = rowFor(parent, node);
        insertSorted(parent, row);
        return row;
    }

    void remove(UUID id) {
        AssetTreeRow row = rows.get(id);
        if (row != null) {
            AssetTreeRow parent = row.parent();
            forget(row);
            if (parent != null) {
                parent.children().remove(row);
            }
        }
    }

    void setTail(AssetTreeRow parent, AssetTreeRow.@Nullable Kind kind) {
        dropTail(parent);
        if (kind != null) {
            parent.children().add(AssetTreeRow.tail(parent, kind));
        }
    }

    void clear() {
        rows.clear();
        root.children().clear();
        root.forget();
    }

    /** Whether {@code candidate} is {@code id} itself or stands below it. Ancestors of a known row are always known. */
    boolean isSelfOrBelow(UUID candidate, UUID id) {
        AssetTreeRow row = rows.get(candidate);
        while (row != null && row.isAsset()) {
            if (id.equals(row.id())) {
                return true;
            }
            row = row.parent();
        }
        return false;
    }

    private @Nullable AssetTreeRow parentRow(AssetNode node) {
        UUID parentId = node.parentId();
        return parentId == null ? root : rows.get(parentId);
    }

    private AssetTreeRow rowFor(AssetTreeRow parent, AssetNode node) {
        AssetTreeRow known = rows.get(node.id());
        if (known != null && known.parent() == parent) {
            known.nodeProperty().set(node);
            return known;
        }
        if (known != null) {
            return adopt(parent, node, known);
        }
        AssetTreeRow row = AssetTreeRow.of(parent, node);
        rows.put(node.id(), row);
        return row;
    }

    /** A row under another parent is a new row that opens like the old one; what was below is read again. */
    private AssetTreeRow adopt(AssetTreeRow parent, AssetNode node, AssetTreeRow old) {
        AssetTreeRow oldParent = old.parent();
        forget(old);
        if (oldParent != null) {
            oldParent.children().remove(old);
        }
        AssetTreeRow row = AssetTreeRow.of(parent, node);
        rows.put(node.id(), row);
        return row;
    }

    private void forget(AssetTreeRow row) {
        UUID id = row.id();
        if (id != null && rows.get(id) == row) {
            rows.remove(id);
        }
        row.children().forEach(this::forget);
    }

    private static void insertSorted(AssetTreeRow parent, AssetTreeRow row) {
        if (parent.children().contains(row)) {
            return;
        }
        int at = 0;
        while (at < parent.children().size()
                && parent.children().get(at).isAsset()
                && BY_NAME.compare(parent.children().get(at), row) < 0) {
            at++;
        }
        parent.children().add(at, row);
    }

    private static void dropTail(AssetTreeRow parent) {
        if (!parent.children().isEmpty() && !parent.children().getLast().isAsset()) {
            parent.children().removeLast();
        }
    }
}
