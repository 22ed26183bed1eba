package com.prosynchub.service.audit;

import com.prosynchub.data.AuditLogRepository;
import com.prosynchub.data.LedgerRepository;
import com.prosynchub.model.audit.AuditCopy;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.audit.CopyCheck;
import com.prosynchub.model.audit.CopyCheck.Problem;
import com.prosynchub.model.audit.LedgerPlace;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays the documents of the audit log beside the ledger, stretch by stretch. What a person must not see is not compared.
 * Copies that were written before they carried a hash are judged by what they say. For one thread.
 */
final class CopyComparison {
    private static final int STRETCH = 500;

    /** The columns that the ledger hides from whoever may not see costs. */
    private static final Set<String> COSTS = Set.of("purchase_cost", "cost", "supplier");

    /** Digits that a number in a document holds; longer ones are written as text. */
    private static final int DIGITS = 34;

    private final LedgerRepository ledger;
    private final AuditLogRepository copies;
    private final boolean costs;
    private final int stretch;

    /** @param costs whether the person sees costs */
    CopyComparison(LedgerRepository ledger, AuditLogRepository copies, boolean costs) {
        this(ledger, copies, costs, STRETCH);
    }

    /** @param stretch places that are compared at once */
    CopyComparison(LedgerRepository ledger, AuditLogRepository copies, boolean costs, int stretch) {
        this.ledger = ledger;
        this.copies = copies;
        this.costs = costs;
        this.stretch = stretch;
    }

    /**
     * The stretch of the ledger after that place. Entries are added meanwhile, each before its copy; so the end of the
     * documents is read before the ledger, and the documents after it.
     */
    CopyCheck after(long seq) {
        long top = 0;
        for (boolean newest : new boolean[] {false, true}) {
            AuditCopy outermost = copies.outermost(newest).orElse(null);
            if (outermost != null && outermost.seq() < 1) {
                return new CopyCheck(seq, 0, true, 0L, Problem.ADDED);
            }
            top = outermost == null ? 0 : outermost.seq();
        }
        List<LedgerPlace> places = ledger.places(seq, stretch);
        boolean last = places.size() < stretch;
        long upto = places.isEmpty() ? seq : places.getLast().seq();
        // One more than there can be: then an added one shows before the stretch ends.
        List<AuditCopy> found = copies.between(seq, last ? Math.max(upto, top) : upto, stretch + 1);
        return compare(places, found.iterator(), new Reach(upto, last));
    }

    private record Reach(long upto, boolean last) {
        CopyCheck bad(long compared, long broken, Problem problem) {
            return new CopyCheck(upto, compared, last, broken, problem);
        }
    }

    private CopyCheck compare(List<LedgerPlace> places, Iterator<AuditCopy> found, Reach reach) {
        long compared = 0;
        AuditCopy copy = next(found);
        for (LedgerPlace place : places) {
            if (copy != null && copy.seq() < place.seq()) {
                return reach.bad(compared, copy.seq(), Problem.ADDED);
            }
            if (copy != null && copy.seq() == place.seq()) {
                if (!agree(place, copy.entry())) {
                    return reach.bad(compared, nameOf(place), Problem.ALTERED);
                }
                compared++;
                copy = next(found);
            } else if (place.delivered()) {
                return reach.bad(compared, nameOf(place), Problem.MISSING);
            }
        }
        if (copy != null && isOfNoEntry(copy.seq())) {
            return reach.bad(compared, copy.seq(), Problem.ADDED);
        }
        return new CopyCheck(reach.upto, compared, reach.last, null, null);
    }

    /** A copy beyond the ledger's end as it was read may belong to an entry of this very moment. */
    private boolean isOfNoEntry(long seq) {
        List<LedgerPlace> there = ledger.places(seq - 1, 1);
        return there.isEmpty() || there.getFirst().seq() != seq;
    }

    private static long nameOf(LedgerPlace place) {
        return place.number() == null ? place.seq() : place.number();
    }

    private static @Nullable AuditCopy next(Iterator<AuditCopy> found) {
        return found.hasNext() ? found.next() : null;
    }

    private boolean agree(LedgerPlace place, @Nullable AuditEntry copy) {
        if (copy == null
                || !copy.eventId().equals(place.eventId())
                || (copy.hash() != null && !copy.hash().equals(place.hash()))) {
            return false;
        }
        AuditEntry entry = place.shown();
        return entry == null
                || (Objects.equals(entry.userId(), copy.userId())
                        && entry.action().equals(copy.action())
                        && entry.entityType().equals(copy.entityType())
                        && Objects.equals(entry.entityId(), copy.entityId())
                        && Objects.equals(entry.ipAddress(), copy.ipAddress())
                        && Objects.equals(entry.userAgent(), copy.userAgent())
                        && entry.timestamp().truncatedTo(ChronoUnit.MILLIS).equals(copy.timestamp())
                        && same(entry.previousState(), seen(copy.previousState()))
                        && same(entry.newState(), seen(copy.newState())));
    }

    private Map<String, Object> seen(Map<String, Object> state) {
        if (costs) {
            return state;
        }
        Map<String, Object> rest = new LinkedHashMap<>(state);
        rest.keySet().removeAll(COSTS);
        return rest;
    }

    private static boolean same(@Nullable Object ledger, @Nullable Object copy) {
        return switch (ledger) {
            case Map<?, ?> map ->
                copy instanceof Map<?, ?> other
                        && map.keySet().equals(other.keySet())
                        && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
            case List<?> list -> copy instanceof List<?> other && list.size() == other.size() && allSame(list, other);
            case BigDecimal number
            when number.precision() > DIGITS -> number.toString().equals(copy);
            case null, default -> Objects.equals(ledger, copy);
        };
    }

    private static boolean allSame(List<?> ledger, List<?> copy) {
        Iterator<?> other = copy.iterator();
        return ledger.stream().allMatch(value -> same(value, other.next()));
    }
}
