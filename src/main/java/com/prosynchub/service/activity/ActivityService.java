package com.prosynchub.service.activity;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.REPORT;
import static com.prosynchub.model.access.Resource.WORK_ORDER;

import com.prosynchub.data.ActivityRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.ActivityKind;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.Unrestricted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The activity feed, without what the person may not see: kinds of records that the role does not read, records outside
 * the person's places, and work orders of others for whoever sees only the own. Workers only; safe for all of them.
 */
public final class ActivityService {
    /** Reads of the store for one page: of a feed nearly all of which is hidden a page is short, and says how to go on. */
    private static final int MOST_READS = 10;

    private final AccessGate gate;
    private final RelationalSession session;
    private final RecordSight sight;
    private final ActivityRepository activities;

    public ActivityService(
            AccessGate gate, RelationalSession session, RecordSight sight, ActivityRepository activities) {
        this.gate = gate;
        this.session = session;
        this.sight = sight;
        this.activities = activities;
    }

    /** What the signed-in person did, newest first. */
    @Unrestricted("one's own")
    public Page<ActivityLine> own(PageRequest page) {
        return lines(ActivityFilter.all().of(gate.user().userId()), page);
    }

    /** What everybody did, newest first. */
    public Page<ActivityLine> latest(PageRequest page) {
        gate.require(REPORT, READ);
        return open(ActivityFilter.all(), page);
    }

    /**
     * What was done, newest first, as far as the person may see it; a page may be shorter than asked for and yet not the
     * last. Whoever reads no reports gets lines about work orders only, unless it asks for a record or for the own.
     */
    public Page<ActivityLine> search(ActivityFilter filter, PageRequest page) {
        gate.require(permission(filter));
        return open(filter, page);
    }

    /** A record is read by whoever reads its kind; the stream is for those who have to do with work. */
    private static Permission permission(ActivityFilter filter) {
        Permission stream = Permission.of(WORK_ORDER, READ);
        return filter.records().size() == 1
                ? ActivityKind.of(filter.records().iterator().next().type() + "_UPDATED")
                        .map(ActivityKind::permission)
                        .orElse(stream)
                : stream;
    }

    private Page<ActivityLine> open(ActivityFilter filter, PageRequest page) {
        Set<ActivityKind> open = open(filter);
        Set<ActivityKind> asked = EnumSet.copyOf(open);
        if (!filter.kinds().isEmpty()) {
            asked.retainAll(filter.kinds());
        }
        if (asked.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        // Whoever may read every kind also gets the types that this version has no kind for.
        boolean everything = asked.equals(EnumSet.allOf(ActivityKind.class));
        return lines(filter.ofKinds(everything ? Set.of() : asked), page);
    }

    /** The kinds that the person may ask for. */
    @Unrestricted("tells the caller only what the caller may do")
    public Set<ActivityKind> kinds() {
        return open(ActivityFilter.all());
    }

    /** Whether {@link #latest} is open to the signed-in person. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayReadAll() {
        return gate.may(REPORT, READ);
    }

    private Set<ActivityKind> open(ActivityFilter filter) {
        Set<ActivityKind> open = EnumSet.allOf(ActivityKind.class);
        if (!gate.user().userId().equals(filter.person())) {
            open.removeIf(kind -> !gate.may(kind.permission()));
            if (filter.records().isEmpty() && !mayReadAll()) {
                open.retainAll(Set.of(ActivityKind.WORK_ORDER));
            }
        }
        return open;
    }

    private Page<ActivityLine> lines(ActivityFilter filter, PageRequest page) {
        List<Activity> found = new ArrayList<>();
        @Nullable String after = page.after();
        int reads = 0;
        do {
            Page<Activity> read = activities.search(filter, new PageRequest(page.size() - found.size(), after));
            found.addAll(inSight(read.items()));
            after = read.next();
        } while (after != null && found.size() < page.size() && ++reads < MOST_READS);
        return new Page<>(named(found), after);
    }

    private List<Activity> inSight(List<Activity> read) {
        Set<RecordKey> places = read.stream().anyMatch(ActivityService::place) && sight.limited() ? places() : Set.of();
        return sight.shown(
                read,
                ActivityService::asked,
                a -> a.record().filter(places::contains).isPresent() ? "" : a.type());
    }

    /** Whose sight decides: a step is seen with its order, also after it is gone. */
    private static @Nullable UUID asked(Activity activity) {
        if ("SESSION".equals(activity.targetType())) {
            return null;
        }
        UUID owner = activity.record().map(RecordKey::uuid).orElse(null);
        return owner == null ? activity.targetId() : owner;
    }

    private static boolean place(Activity activity) {
        return activity.record().filter(r -> r.type().equals("LOCATION")).isPresent();
    }

    private Set<RecordKey> places() {
        return session.locations().all().stream()
                .map(Location::id)
                .map(id -> RecordKey.of("LOCATION", id))
                .collect(Collectors.toSet());
    }

    private List<ActivityLine> named(List<Activity> found) {
        Set<UUID> people = found.stream().map(Activity::userId).collect(Collectors.toSet());
        Map<UUID, String> names = people.isEmpty() ? Map.of() : names(people);
        return found.stream()
                .map(a -> new ActivityLine(a, names.getOrDefault(a.userId(), "")))
                .toList();
    }

    /** Activities come from the other store: they are shown without names rather than not at all. */
    private Map<UUID, String> names(Set<UUID> people) {
        try {
            return session.accounts().displayNames(people);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Unavailable) {
                return Map.of();
            }
            throw e;
        }
    }
}
