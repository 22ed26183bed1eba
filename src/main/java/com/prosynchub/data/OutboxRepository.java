package com.prosynchub.data;

import com.prosynchub.model.audit.AuditEntry;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The audit outbox as the relay sees it; used by the site service alone. */
public interface OutboxRepository extends AutoCloseable {

    /**
     * Hands waiting events in order to {@code deliver} inside one transaction and marks those delivered. Stops at the first
     * {@link Delivery.Retry} so that the order per entity holds; a parked event is passed over afterwards.
     *
     * @param limit events at most
     * @return events marked
     */
    int relay(int limit, Function<AuditEntry, Delivery> deliver);

    /** Events waiting and the age of the oldest, null when none waits. */
    Backlog backlog();

    @Override
    void close();

    /** How much waits. */
    record Backlog(long waiting, long parked, @Nullable Duration oldest) {}

    /** What became of one event. */
    sealed interface Delivery {
        record Delivered() implements Delivery {}

        /** The document store could not take it now. */
        record Retry(String reason) implements Delivery {}

        /** The document store refused it as malformed: after five tries it is parked with the reason. */
        record Refused(String reason) implements Delivery {}
    }
}
