package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A running find: plan, scan, what the scan left to check, order, skip and limit. One thread at a time. */
final class Query {
    private static final long SORT_MEMORY = 100L * 1024 * 1024;

    private final Reader store;
    private final CollectionState state;
    private final Filter filter;
    private final List<SortKeys.Field> sort;
    private final Scan scan;
    private long skip;
    private long left;
    private @Nullable Deque<Scan.Row> ordered;

    /**
     * What is asked for.
     *
     * @param limit 0 for no limit
     */
    record Wish(
            Document filter,
            @Nullable Document sort,
            long skip,
            long limit,
            @Nullable Object hint) {
        static Wish all(Document filter) {
            return new Wish(filter, null, 0, 0, null);
        }
    }

    Query(Reader store, CollectionState state, Wish wish) {
        this.store = store;
        this.state = state;
        this.filter = Filter.of(wish.filter());
        this.sort = SortKeys.parse(wish.sort());
        this.skip = wish.skip();
        this.left = wish.limit() == 0 ? Long.MAX_VALUE : wish.limit();
        Plan plan = Planner.plan(state, filter, sort, wish.hint());
        if (SortKeys.isBackwardNatural(wish.sort())) {
            plan = new Plan(
                    Plan.Way.RECORDS, null, List.of(), true, filter.clauses().isEmpty(), true, false);
        }
        long wanted = plan.exact() && plan.sorted() && wish.limit() > 0 ? wish.skip() + wish.limit() : 0;
        this.scan = new Scan(store, state, plan, (int) Math.min(wanted, Integer.MAX_VALUE));
    }

    Plan plan() {
        return scan.plan();
    }

    long read() {
        return scan.read();
    }

    /** The next document of the result, or null at its end. */
    Scan.@Nullable Row next() {
        while (left > 0) {
            Scan.Row row = scan.plan().sorted() ? fitting() : fromOrder();
            if (row == null) {
                left = 0;
                return null;
            }
            if (skip > 0) {
                skip--;
            } else {
                left--;
                return row;
            }
        }
        return null;
    }

    private Scan.@Nullable Row fitting() {
        for (Scan.Row row = scan.next(); row != null; row = scan.next()) {
            if (scan.plan().exact() || filter.test(new RawDocument(row.document()))) {
                return row;
            }
        }
        return null;
    }

    private Scan.@Nullable Row fromOrder() {
        Deque<Scan.Row> rows = ordered;
        if (rows == null) {
            rows = order();
            ordered = rows;
        }
        return rows.pollFirst();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared or shown
    private record Sorted(byte[] key, Scan.Row row) {
        static final Comparator<Sorted> ORDER = Comparator.comparing(Sorted::key, Arrays::compareUnsigned)
                .thenComparingLong(sorted -> sorted.row().record());
    }

    private Deque<Scan.Row> order() {
        long keep = left == Long.MAX_VALUE ? Long.MAX_VALUE : skip + left;
        PriorityQueue<Sorted> best = new PriorityQueue<>(Sorted.ORDER.reversed());
        long memory = 0;
        for (Scan.Row row = fitting(); row != null; row = fitting()) {
            Sorted sorted = new Sorted(SortKeys.key(sort, row.document()), row);
            best.add(sorted);
            memory += row.document().length;
            if (best.size() > keep) {
                memory -= best.remove().row().document().length;
            }
            if (memory > SORT_MEMORY) {
                throw Errors.of(
                        Errors.MEMORY_LIMIT,
                        "Sort exceeded memory limit of " + SORT_MEMORY + " bytes; an index on the order avoids it");
            }
        }
        Deque<Scan.Row> rows = new ArrayDeque<>(best.size());
        while (!best.isEmpty()) {
            rows.addFirst(best.remove().row());
        }
        return rows;
    }

    /** Counts what is left of the result, in the index alone where that is enough. */
    long count() {
        Plan plan = scan.plan();
        if (!plan.exact() || plan.multikey()) {
            long count = 0;
            while (next() != null) {
                count++;
            }
            return count;
        }
        long all = plan.way() == Plan.Way.RECORDS ? countRecords() : countEntries(plan);
        return Math.min(left, Math.max(0, all - skip));
    }

    private long countRecords() {
        return store.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM " + state.table());
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private long countEntries(Plan plan) {
        String sql = plan.index() == null
                ? "SELECT count(*) FROM " + state.table() + " WHERE id >= ? AND id < ?"
                : "SELECT count(*) FROM " + plan.index().table() + " WHERE k >= ? AND k < ?";
        return store.read(connection -> {
            long count = 0;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Plan.Interval interval : plan.intervals()) {
                    statement.setBytes(1, interval.low());
                    statement.setBytes(2, interval.high());
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        count += rows.getLong(1);
                    }
                }
            }
            return count;
        });
    }
}
