package com.prosynchub.model.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One keyset page.
 *
 * @param items the rows, in the list's order
 * @param next opaque key of the following page; null on the last
 * @param <T> the row
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    public boolean last() {
        return next == null;
    }
}
