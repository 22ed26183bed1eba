package com.prosynchub.data.postgres;

import com.prosynchub.data.ChangeFeed;
import com.prosynchub.data.Sight;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whether this person is limited to places or to the own work orders, cached, and what that hides. Safe for all threads
 * but the forbidden one.
 */
final class PlaceLimit implements AutoCloseable {
    /** Row security answers; nothing is asked of it for whoever is not limited. */
    private static final String HIDDEN = """
        select i.id from unnest(cast(string_to_array(:ids, ',') as uuid[])) as i (id)
        where (select app.limited() or app.own_only('work_order'))
          and not exists (select from app.assets a where a.asset_id = i.id)
          and not exists (select from app.work_orders w where w.work_order_id = i.id)
          and not exists (select from app.asset_metrics m where m.metric_id = i.id)
          and not exists (select from app.work_order_checklist c where c.checklist_item_id = i.id)
          and not exists (select from app.parts p where p.part_id = i.id)
          and not exists (select from app.user_names u where u.user_id = i.id)
        """;

    private final Link link;
    private final CachedList<Boolean> limited;

    PlaceLimit(Link link, ChangeFeed feed) {
        this.link = link;
        limited = new CachedList<>(
                link,
                feed,
                Set.of("user_locations", "users", "roles"),
                () -> link.read(u -> u.stateless()
                        .createNativeQuery("select app.limited() or app.own_only('work_order')", Boolean.class)
                        .getResultList()));
    }

    boolean limited() {
        return limited.all().contains(true);
    }

    Sight sight(Collection<UUID> ids) {
        if (!limited()) {
            return Sight.FREE;
        }
        String asked = String.join(",", ids.stream().map(UUID::toString).toList());
        List<UUID> hidden = link.read(u -> u.stateless()
                .createNativeQuery(HIDDEN, UUID.class)
                .setParameter("ids", asked)
                .getResultList());
        return new Sight(true, new HashSet<>(hidden));
    }

    @Override
    public void close() {
        limited.close();
    }
}
