package com.prosynchub.service.relay;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.OutboxRepository.Backlog;
import com.prosynchub.data.OutboxRepository.Delivery;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the ledger's events to the document store, each exactly once and in order per entity.
 *
 * <p>An event is written first and marked afterwards; the ids of its documents come from the event, so one that was
 * written and not marked is written again without effect. Belongs to the site service; runs on the executor it is given.
 * Whatever one event throws must not stop the others, so everything is caught here and answered.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final OutboxRepository outbox;
    private final DocumentStore documents;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable ScheduledExecutorService executor;
    private @Nullable ScheduledFuture<?> next;
    private int failures;

    public OutboxRelay(OutboxRepository outbox, DocumentStore documents) {
        this.outbox = outbox;
        this.documents = documents;
    }

    /**
     * What one run did.
     *
     * @param delivered events marked as delivered
     * @param problem why it stopped early; null when the outbox is empty now
     */
    public record Run(int delivered, @Nullable String problem) {}

    /** Delivers on the executor until closed: at once when woken, else twice a second, slower while a store is away. */
    public synchronized void start(ScheduledExecutorService scheduler) {
        executor = scheduler;
        schedule(Duration.ZERO);
    }

    /** Says that something was written just now; harmless at any time. */
    public synchronized void wake() {
        if (failures == 0) {
            schedule(Duration.ZERO);
        }
    }

    /** Delivers what waits and returns. May be called on any thread; concurrent calls do not deliver twice. */
    public Run runOnce() {
        int delivered = 0;
        Attempt attempt = new Attempt();
        int marked;
        do {
            marked = outbox.relay(BATCH, attempt::deliver);
            delivered += marked;
        } while (marked == BATCH && attempt.problem == null && !closed.get());
        return new Run(delivered, attempt.problem);
    }

    /** What waits, what is parked, and the age of the oldest waiting event. */
    public Backlog backlog() {
        return outbox.backlog();
    }

    /** Stops; a run under way ends after its batch. The outbox is left open. */
    @Override
    public synchronized void close() {
        closed.set(true);
        if (next != null) {
            next.cancel(false);
        }
    }

    private synchronized void schedule(Duration delay) {
        if (closed.get() || executor == null) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        next = executor.schedule(this::step, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void step() {
        String problem;
        try {
            problem = runOnce().problem();
        } catch (RuntimeException thrown) {
            problem = thrown.toString();
        }
        schedule(pause(problem));
    }

    private synchronized Duration pause(@Nullable String problem) {
        if (problem == null) {
            if (failures > 0) {
                LOG.info("The outbox relay delivers again.");
            }
            failures = 0;
            return IDLE;
        }
        failures++;
        if (failures == 1) {
            LOG.warn("The outbox relay can not deliver just now and keeps trying: {}", problem);
        }
        Duration wait = IDLE.multipliedBy(1L << Math.min(failures, 6));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Delivers events one by one and remembers what went wrong. */
    private final class Attempt {
        private @Nullable String problem;

        Delivery deliver(AuditEntry event) {
            try {
                documents.auditLogs().insert(event);
                EventDocuments.activity(event).ifPresent(documents.activities()::insert);
                EventDocuments.notifications(event).forEach(documents.notifications()::insert);
                return new Delivery.Delivered();
            } catch (RuntimeException thrown) {
                Failure failure = FailureException.failureOf(thrown);
                String reason = failure.code() + " " + failure.detail();
                problem = reason;
                return switch (failure) {
                    case Failure.Unavailable _, Failure.Denied _ -> new Delivery.Retry(reason);
                    case Failure.Invalid _, Failure.Stale _, Failure.Unexpected _ -> refused(event, reason);
                };
            }
        }

        private static Delivery refused(AuditEntry event, String reason) {
            LOG.warn("The document store refuses event {} ({}): {}", event.outboxSeq(), event.eventId(), reason);
            return new Delivery.Refused(reason);
        }
    }
}
