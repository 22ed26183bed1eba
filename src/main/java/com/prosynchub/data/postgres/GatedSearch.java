package com.prosynchub.data.postgres;

import java.util.List;
import java.util.function.Function;

/**
 * A search by text, where row security would keep the indexes out. Those who see every record find theirs in a view; for
 * them the second way, which answers people limited to places or to their own records, is always empty, and the other
 * way round. Immutable.
 *
 * @param everything the statement on the view
 * @param limited the same on the function for limited people
 */
record GatedSearch(String everything, String limited) {
    /** The search of one kind of record, such as "parts", by a statement on {@code app.search_parts}. */
    static GatedSearch of(String records, String statement) {
        return new GatedSearch(statement, statement.replace("app.search_" + records, "app.limited_" + records + "()"));
    }

    /** What either way finds; the second is asked only if the first finds nothing. */
    <T> List<T> run(Function<String, List<T>> query) {
        List<T> found = query.apply(everything);
        return found.isEmpty() ? query.apply(limited) : found;
    }
}
