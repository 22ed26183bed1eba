package com.prosynchub.model.page;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one keyset page.
 *
 * @param size rows wanted, 1 to 1000
 * @param after the key that the page before handed out; null for the first page
 */
public record PageRequest(int size, @Nullable String after) {
    public static final int MAX_SIZE = 1000;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page size must be 1 to " + MAX_SIZE + ", was " + size);
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, null);
    }

    public PageRequest next(@Nullable String key) {
        return new PageRequest(size, key);
    }
}
