package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.Plan.Interval;
import com.prosynchub.data.embedded.document.Plan.Way;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the index for a filter and an order: the one whose leading fields the filter fixes or bounds, the order being
 * worth as much as a bound. Stateless.
 */
final class Planner {
    private static final int MAX_INTERVALS = 20_000;
    private static final byte[] NOTHING = new byte[0];
    private static final IndexSpec ID = IndexSpec.id();

    private Planner() {}

    private record Choice(Plan plan, int score) {}

    static Plan plan(CollectionState state, Filter filter, List<SortKeys.Field> sort, @Nullable Object hint) {
        if (hint instanceof Document document && document.containsKey("$natural")) {
            return records(filter, sort);
        }
        Choice best = null;
        if (hint == null || isHinted(ID, hint)) {
            best = choice(ID, null, filter, sort);
        }
        for (IndexState index : state.indexes()) {
            if (hint != null && !isHinted(index.spec(), hint)) {
                continue;
            }
            Choice choice = choice(index.spec(), index, filter, sort);
            if (choice != null && (best == null || choice.score() > best.score())) {
                best = choice;
            }
        }
        if (best == null && hint != null && !isKnown(state, hint)) {
            throw Errors.of(Errors.BAD_VALUE, "hint provided does not correspond to an existing index");
        }
        return best == null || (best.score() == 0 && hint == null) ? records(filter, sort) : best.plan();
    }

    private static boolean isKnown(CollectionState state, Object hint) {
        return isHinted(ID, hint) || state.indexes().stream().anyMatch(index -> isHinted(index.spec(), hint));
    }

    private static boolean isHinted(IndexSpec spec, Object hint) {
        return hint instanceof Document keys
                ? new IndexSpec("hint", fields(keys), false, false, null, keys)
                        .keyText()
                        .equals(spec.keyText())
                : spec.name().equals(hint);
    }

    private static List<IndexSpec.Field> fields(Document keys) {
        List<IndexSpec.Field> fields = new ArrayList<>();
        for (Map.Entry<String, Object> entry : keys.entrySet()) {
            boolean descending = entry.getValue() instanceof Number number && number.doubleValue() < 0;
            fields.add(IndexSpec.Field.of(entry.getKey(), descending));
        }
        return fields;
    }

    private static Plan records(Filter filter, List<SortKeys.Field> sort) {
        return new Plan(Way.RECORDS, null, List.of(), false, filter.clauses().isEmpty(), sort.isEmpty(), false);
    }

    private static @Nullable Choice choice(
            IndexSpec spec, @Nullable IndexState index, Filter filter, List<SortKeys.Field> sort) {
        if (!covers(spec, filter)) {
            return null;
        }
        boolean multikey = index != null && index.multikey();
        List<byte[]> prefixes = List.of(NOTHING);
        List<Boolean> fixed = new ArrayList<>();
        Set<Filter.Clause> used = new HashSet<>();
        Set<String> roots = new HashSet<>();
        Interval range = null;
        boolean exact = !multikey;
        int score = 0;
        for (IndexSpec.Field field : spec.fields()) {
            Bounds bounds = multikey && !roots.add(field.root()) ? null : Bounds.of(field, multikey, filter.clauses());
            if (bounds == null || (long) prefixes.size() * bounds.points().size() > MAX_INTERVALS) {
                break;
            }
            used.addAll(bounds.used());
            exact &= bounds.exact();
            if (bounds.range() != null) {
                range = bounds.range();
                score += 5;
                break;
            }
            prefixes = product(prefixes, bounds.points());
            fixed.add(bounds.points().size() == 1);
            score += bounds.points().size() == 1 ? 10 : 8;
        }
        if (spec.sparse() && score == 0) {
            return null;
        }
        boolean keys = fixed.size() == spec.fields().size();
        score += keys && spec.unique() ? 100 : 0;
        Boolean direction = multikey ? null : direction(spec, fixed, sort);
        boolean sorted = sort.isEmpty() || direction != null;
        score += !sort.isEmpty() && sorted ? 7 : 0;
        List<Interval> intervals = intervals(prefixes, range);
        exact &= used.size() == Set.copyOf(filter.clauses()).size();
        Way way = index == null ? Way.ID : Way.INDEX;
        Plan plan =
                new Plan(way, index, intervals, direction != null && direction, exact, sorted, keys && spec.unique());
        return new Choice(plan, score);
    }

    private static List<byte[]> product(List<byte[]> prefixes, List<byte[]> points) {
        List<byte[]> result = new ArrayList<>(prefixes.size() * points.size());
        for (byte[] prefix : prefixes) {
            for (byte[] point : points) {
                result.add(Bounds.join(prefix, point));
            }
        }
        return result;
    }

    private static List<Interval> intervals(List<byte[]> prefixes, @Nullable Interval range) {
        List<Interval> intervals = new ArrayList<>(prefixes.size());
        for (byte[] prefix : prefixes) {
            intervals.add(
                    range == null
                            ? new Interval(prefix, Bounds.above(prefix))
                            : new Interval(Bounds.join(prefix, range.low()), Bounds.join(prefix, range.high())));
        }
        return intervals;
    }

    /** Whether the index holds every document that the filter accepts. */
    private static boolean covers(IndexSpec spec, Filter filter) {
        if (spec.partial() != null) {
            for (Filter.Clause needed : Filter.of(spec.partial()).clauses()) {
                if (!(needed instanceof Comparison comparison)
                        || filter.clauses().stream().noneMatch(clause -> implies(clause, comparison))) {
                    return false;
                }
            }
        }
        return !spec.sparse()
                || filter.clauses().stream()
                        .anyMatch(clause -> clause instanceof Comparison comparison
                                && spec.fields().stream().anyMatch(field -> field.path()
                                        .equals(comparison.field().path()))
                                && impliesPresence(comparison));
    }

    private static boolean implies(Filter.Clause clause, Comparison needed) {
        if (!(clause instanceof Comparison given)
                || !given.field().path().equals(needed.field().path())) {
            return false;
        }
        if (needed.op() == Comparison.Op.EXISTS) {
            return impliesPresence(given);
        }
        return given.op() == needed.op()
                && given.constants().size() == needed.constants().size()
                && java.util.stream.IntStream.range(0, given.constants().size())
                        .allMatch(i -> java.util.Arrays.equals(
                                given.constants().get(i), needed.constants().get(i)));
    }

    private static boolean impliesPresence(Comparison comparison) {
        return switch (comparison.op()) {
            case EQ, IN -> comparison.constants().stream().noneMatch(key -> key[0] == KeyBuilder.RANK_NULL);
            case GT, GTE, LT, LTE -> !comparison.anyType();
            case EXISTS -> true;
            case NE, NIN, MISSING -> false;
        };
    }

    /** FALSE if reading forward gives the order, TRUE if backward does, null if neither. */
    private static @Nullable Boolean direction(IndexSpec spec, List<Boolean> fixed, List<SortKeys.Field> sort) {
        Boolean backward = null;
        int at = 0;
        for (SortKeys.Field wanted : sort) {
            while (at < spec.fields().size()
                    && !spec.fields().get(at).path().equals(wanted.path())
                    && at < fixed.size()
                    && fixed.get(at)) {
                at++;
            }
            if (at >= spec.fields().size() || !spec.fields().get(at).path().equals(wanted.path())) {
                return null;
            }
            boolean reverse = spec.fields().get(at).descending() != wanted.descending();
            if (backward != null && backward != reverse) {
                return null;
            }
            backward = reverse;
            at++;
        }
        return backward == null ? Boolean.FALSE : backward;
    }
}
