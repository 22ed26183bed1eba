package com.prosynchub.data.postgres;

import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.asset.AssetNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The asset statements that need what HQL does not have: recursion and the gated search view. One thread. */
final class AssetTree {
    /** Columns of a tree row; the count runs once for each row that is returned. */
    static final String NODE = """
        a.asset_id, a.parent_asset_id, a.name, a.asset_type_id, a.status, a.health_score, a.location_id,
        (select count(*) from app.assets c where c.parent_asset_id = a.asset_id)::integer, a.row_version
        """;

    private static final String SUBTREE = """
        with recursive down (id, depth) as (
            select r.asset_id, 0 from app.assets r where r.asset_id = :root
            union all
            select c.asset_id, d.depth + 1 from down d join app.assets c on c.parent_asset_id = d.id
        )
        select %s from down d join app.assets a on a.asset_id = d.id
        order by d.depth, a.name, a.asset_id
        limit :limit
        """.formatted(NODE);

    private static final String PATH = """
        with recursive up (id, parent, depth) as (
            select r.asset_id, r.parent_asset_id, 0 from app.assets r where r.asset_id = :id
            union all
            select p.asset_id, p.parent_asset_id, u.depth + 1 from up u join app.assets p on p.asset_id = u.parent
        )
        select %s from up u join app.assets a on a.asset_id = u.id
        order by u.depth desc
        """.formatted(NODE);

    private static final GatedSearch SEARCH = GatedSearch.of("assets", """
        select %s from app.search_assets a
        where a.name ilike :within or a.serial_number ilike :within or a.model ilike :within
        order by
            case when lower(a.name) = lower(:text) then 0
                when a.name ilike :start then 1
                when a.serial_number ilike :start then 2
                when a.name ilike :within then 3
                else 4 end,
            length(a.name), a.name, a.asset_id
        limit :limit
        """.formatted(NODE));

    private static final String PATHS = """
        with recursive up (hit, id, parent, name, depth) as (
            select r.asset_id, r.asset_id, r.parent_asset_id, r.name, 0 from app.assets r where r.asset_id in (:hits)
            union all
            select u.hit, p.asset_id, p.parent_asset_id, p.name, u.depth + 1
            from up u join app.assets p on p.asset_id = u.parent
        )
        select hit, id, name from up order by hit, depth desc
        """;

    private AssetTree() {}

    static List<AssetNode> subtree(StatelessSession session, UUID root, int limit) {
        return session
                .createNativeQuery(SUBTREE, Object[].class)
                .setParameter("root", root)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(AssetRows::node)
                .toList();
    }

    static List<AssetNode> path(StatelessSession session, UUID id) {
        return session.createNativeQuery(PATH, Object[].class).setParameter("id", id).getResultList().stream()
                .map(AssetRows::node)
                .toList();
    }

    static List<AssetHit> search(StatelessSession session, String text, int limit) {
        String pattern = Likeness.escape(text);
        List<AssetNode> nodes = SEARCH
                .run(sql -> session.createNativeQuery(sql, Object[].class)
                        .setParameter("text", text)
                        .setParameter("start", pattern + "%")
                        .setParameter("within", "%" + pattern + "%")
                        .setParameter("limit", limit)
                        .getResultList())
                .stream()
                .map(AssetRows::node)
                .toList();
        if (nodes.isEmpty()) {
            return List.of();
        }
        Map<UUID, Way> ways = found(session, nodes.stream().map(AssetNode::id).toList());
        List<AssetHit> hits = new ArrayList<>();
        for (AssetNode node : nodes) {
            Way way = ways.get(node.id());
            if (way != null) {
                hits.add(new AssetHit(node, way.ids, way.names));
            }
        }
        return hits;
    }

    /** Names of assets from the topmost that is seen down to each of these. */
    static Map<UUID, List<String>> ways(StatelessSession session, Collection<UUID> ids) {
        Map<UUID, List<String>> names = new HashMap<>();
        if (!ids.isEmpty()) {
            found(session, ids).forEach((id, way) -> names.put(id, way.names));
        }
        return names;
    }

    private static Map<UUID, Way> found(StatelessSession session, Collection<UUID> ids) {
        Map<UUID, Way> ways = new LinkedHashMap<>();
        session.createNativeQuery(PATHS, Object[].class)
                .setParameterList("hits", ids)
                .getResultList()
                .forEach(r -> ways.computeIfAbsent((UUID) r[0], hit -> new Way(new ArrayList<>(), new ArrayList<>()))
                        .add((UUID) r[1], (String) r[2]));
        return ways;
    }

    private record Way(List<UUID> ids, List<String> names) {
        void add(UUID id, String name) {
            ids.add(id);
            names.add(name);
        }
    }
}
