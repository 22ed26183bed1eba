package com.prosynchub.service.access;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.Sight;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents about records outside a person's places, and about others' work orders from whoever sees only the own,
 * from the screen: the document store knows neither, so the relational one is asked first. While that one is away, whoever was not limited goes on, and whoever is sees documents
 * about what was seen before. One per session; any worker.
 */
public final class RecordSight {
    /** Events of records that have no key which a document could carry, and so none that could be asked about. */
    private static final List<String> WITHOUT_KEY = List.of("LOCATION_", "WORK_ORDER_PART_");

    private static final int REMEMBERED = 10_000;

    private final RelationalSession session;
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Boolean limited;

    public RecordSight(RelationalSession session) {
        this.session = session;
    }

    /** Whether documents about this record may be shown. */
    public boolean shows(UUID id) {
        return !of(List.of(id)).hidden().contains(id);
    }

    /** Whether the person is limited to places or to the own work orders at all. */
    public boolean limited() {
        return of(List.of()).limited();
    }

    /**
     * Those of the documents that may be shown, in their order.
     *
     * @param event what happened, such as {@code LOCATION_CREATED}; empty where a document does not say
     */
    public <T> List<T> shown(List<T> documents, Function<T, @Nullable UUID> target, Function<T, String> event) {
        List<UUID> targets = documents.stream()
                .map(target)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Sight sight = of(targets);
        if (!sight.limited()) {
            return documents;
        }
        return documents.stream()
                .filter(d -> {
                    UUID id = target.apply(d);
                    return id == null
                            ? WITHOUT_KEY.stream().noneMatch(event.apply(d)::startsWith)
                            : !sight.hidden().contains(id);
                })
                .toList();
    }

    private Sight of(Collection<UUID> ids) {
        try {
            Sight sight = session.sight(ids);
            limited = sight.limited();
            if (sight.limited()) {
                remember(ids, sight.hidden());
            }
            return sight;
        } catch (FailureException e) {
            Boolean known = limited;
            if (known == null || !(e.failure() instanceof Failure.Unavailable)) {
                throw e;
            }
            return known
                    ? new Sight(
                            true, ids.stream().filter(id -> !seen.contains(id)).collect(Collectors.toSet()))
                    : Sight.FREE;
        }
    }

    private void remember(Collection<UUID> ids, Set<UUID> hidden) {
        if (seen.size() > REMEMBERED) {
            seen.clear();
        }
        for (UUID id : ids) {
            if (hidden.contains(id)) {
                seen.remove(id);
            } else {
                seen.add(id);
            }
        }
    }
}
