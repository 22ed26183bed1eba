package com.prosynchub.data.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.prosynchub.data.ChangeFeed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A short list that is read often and rarely changes. Dropped when the change feed names one of its tables and after own
 * commits; while the feed is away, or inside a transaction that wrote, it is read anew each time. Any thread.
 */
final class CachedList<T> implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final String ONLY = "all";

    private final Cache<String, List<T>> cache =
            Caffeine.newBuilder().expireAfterWrite(AT_MOST).build();
    private final Link link;
    private final ChangeFeed feed;
    private final Supplier<List<T>> load;
    private final ChangeFeed.Subscription subscription;

    CachedList(Link link, ChangeFeed feed, Set<String> tables, Supplier<List<T>> load) {
        this.link = link;
        this.feed = feed;
        this.load = load;
        subscription = feed.subscribe(tables, change -> drop());
    }

    List<T> all() {
        if (!feed.connected() || link.hasWritten()) {
            return load.get();
        }
        return cache.get(ONLY, key -> load.get());
    }

    /** Runs a write of this list's table and forgets the list once it is committed. */
    <R> R changing(Supplier<R> write) {
        return link.inTransaction(() -> {
            link.afterCommit(this::drop);
            return write.get();
        });
    }

    /** Waits for a load that is under way, so that what was read before a change is never kept after it. */
    void drop() {
        cache.invalidateAll();
        cache.asMap().remove(ONLY);
    }

    @Override
    public void close() {
        subscription.close();
    }
}
