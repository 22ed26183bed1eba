package com.prosynchub.data.embedded.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cursors that wait for their client. One that waits for too long is forgotten at the next request. Any thread. */
final class Cursors {
    private static final Duration IDLE = Duration.ofMinutes(10);
    /** A reply stays well below the 48 MB of a message and near MongoDB's 16 MB. */
    private static final long MAX_BATCH_BYTES = 16L * 1024 * 1024;

    private static final int FIRST_BATCH = 101;

    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Cursor> cursors = new ConcurrentHashMap<>();

    Cursors(Clock clock) {
        this.clock = clock;
    }

    /**
     * One batch of a result.
     *
     * @param cursor number to ask for more with, 0 at the end
     */
    record Batch(long cursor, String namespace, List<byte[]> documents) {}

    private static final class Cursor {
        private final String namespace;
        private final Supplier<byte @Nullable []> source;
        private byte @Nullable [] ahead;
        private Instant used;

        Cursor(String namespace, Supplier<byte @Nullable []> source, Instant used) {
            this.namespace = namespace;
            this.source = source;
            this.used = used;
        }
    }

    /** @param batchSize null for MongoDB's first batch of 101, 0 for a cursor without documents */
    Batch open(String namespace, Supplier<byte @Nullable []> source, @Nullable Integer batchSize, boolean single) {
        forgetIdle();
        Cursor cursor = new Cursor(namespace, source, clock.instant());
        List<byte[]> documents = new ArrayList<>();
        boolean ended = take(cursor, documents, batchSize == null ? FIRST_BATCH : batchSize);
        if (ended || single) {
            return new Batch(0, namespace, documents);
        }
        long id = ids.incrementAndGet();
        cursors.put(id, cursor);
        return new Batch(id, namespace, documents);
    }

    Batch more(long id, int batchSize) {
        Cursor cursor = cursors.get(id);
        if (cursor == null) {
            throw Errors.of(Errors.CURSOR_NOT_FOUND, "cursor id " + id + " not found");
        }
        synchronized (cursor) {
            cursor.used = clock.instant();
            List<byte[]> documents = new ArrayList<>();
            boolean ended = take(cursor, documents, batchSize == 0 ? Integer.MAX_VALUE : batchSize);
            if (ended) {
                cursors.remove(id);
            }
            return new Batch(ended ? 0 : id, cursor.namespace, documents);
        }
    }

    boolean kill(long id) {
        return cursors.remove(id) != null;
    }

    int open() {
        return cursors.size();
    }

    private static boolean take(Cursor cursor, List<byte[]> documents, int count) {
        long bytes = 0;
        while (documents.size() < count) {
            byte[] next = cursor.ahead != null ? cursor.ahead : cursor.source.get();
            cursor.ahead = null;
            if (next == null) {
                return true;
            }
            if (!documents.isEmpty() && bytes + next.length > MAX_BATCH_BYTES) {
                cursor.ahead = next;
                return false;
            }
            bytes += next.length;
            documents.add(next);
        }
        if (count == 0) {
            return false;
        }
        cursor.ahead = cursor.source.get();
        return cursor.ahead == null;
    }

    private void forgetIdle() {
        Instant limit = clock.instant().minus(IDLE);
        cursors.values().removeIf(cursor -> cursor.used.isBefore(limit));
    }
}
