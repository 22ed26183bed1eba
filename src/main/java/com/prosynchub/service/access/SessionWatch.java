package com.prosynchub.service.access;

import com.prosynchub.data.ChangeFeed;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every few seconds, and whenever people or roles changed, whether the session still stands and what it may do; says
 * when that changed, and once when the session ended. A store that cannot be reached ends nothing. Runs on the scheduler
 * given, which the listeners are called on.
 */
public final class SessionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final Set<String> DECIDING = Set.of("users", "roles", "role_permissions");

    private final RelationalSession session;
    private final SessionAccessGate gate;
    private final ScheduledExecutorService scheduler;
    private final Consumer<SignedInUser> changed;
    private final Consumer<Denied> ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Seen seen;
    private ChangeFeed.@Nullable Subscription subscription;
    private @Nullable ScheduledFuture<?> beat;

    /**
     * Watches nothing yet.
     *
     * @param changed called when the person may do other things than before; the gate answers so already
     * @param ended called once, on the scheduler, when the database says that the session is over
     */
    public SessionWatch(
            RelationalSession session,
            SessionAccessGate gate,
            ScheduledExecutorService scheduler,
            Consumer<SignedInUser> changed,
            Consumer<Denied> ended) {
        this.session = session;
        this.gate = gate;
        this.scheduler = scheduler;
        this.changed = changed;
        this.ended = ended;
        seen = new Seen(session.user(), session.isViewing());
    }

    /** Begins to watch. */
    public synchronized void start(Duration every) {
        beat = scheduler.scheduleWithFixedDelay(this::ask, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        subscription = session.changes().subscribe(DECIDING, change -> soon());
    }

    /** Stops watching without a word; what comes after is of no interest. */
    @Override
    public synchronized void close() {
        over.set(true);
        if (subscription != null) {
            subscription.close();
        }
        if (beat != null) {
            beat.cancel(false);
        }
    }

    /** What the listeners were told last. */
    private record Seen(SignedInUser user, boolean viewing) {}

    private void soon() {
        try {
            scheduler.execute(this::ask);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The program is stopping; the session is not asked again.", stopping);
        }
    }

    private void ask() {
        if (over.get()) {
            return;
        }
        try {
            Seen now = new Seen(session.follow(), session.isViewing());
            if (!now.equals(seen)) {
                seen = now;
                changed.accept(now.user());
            }
        } catch (FailureException e) {
            answer(e.failure());
        }
    }

    private void answer(Failure failure) {
        if (failure instanceof Denied denied && denied.reason() == DeniedReason.SESSION_ENDED) {
            if (over.compareAndSet(false, true)) {
                gate.end();
                ended.accept(denied);
            }
        } else {
            LOG.debug("The session could not be asked: {}", failure.detail());
        }
    }
}
