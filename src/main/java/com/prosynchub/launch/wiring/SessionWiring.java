package com.prosynchub.launch.wiring;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SessionWatch;
import com.prosynchub.service.session.SessionServices;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The use cases of whoever is signed in; made at sign-in, dropped at sign-out. Called on workers, read by all threads. */
public final class SessionWiring implements SessionListener {
    private static final Duration WATCH_EVERY = Duration.ofSeconds(5);

    private final BootWiring boot;
    private final ScheduledExecutorService scheduler;
    private final Consumer<SignedInUser> changed;
    private final Consumer<Failure.Denied> ended;
    private final AtomicReference<Open> open = new AtomicReference<>();

    /**
     * Nobody is signed in yet.
     *
     * @param changed called on the scheduler when the person may do other things than before
     * @param ended called once per session, on the scheduler, when the database says that it is over
     */
    public SessionWiring(
            BootWiring boot,
            ScheduledExecutorService scheduler,
            Consumer<SignedInUser> changed,
            Consumer<Failure.Denied> ended) {
        this.boot = boot;
        this.scheduler = scheduler;
        this.changed = changed;
        this.ended = ended;
    }

    private record Open(SessionServices services, SessionWatch watch) {}

    @Override
    public void opened(RelationalSession session) {
        boot.clock().follow(session.serverTime());
        SessionServices services = SessionServices.open(
                session,
                boot.documents(),
                session.serverTime().withZone(boot.site().zone()));
        SessionWatch watch = new SessionWatch(session, services.gate(), scheduler, changed, ended);
        open.set(new Open(services, watch));
        watch.start(WATCH_EVERY);
    }

    @Override
    public void closing(RelationalSession session) {
        Open now = open.getAndSet(null);
        if (now != null) {
            now.watch().close();
        }
    }

    /** The use cases of the open session; empty while nobody is signed in. */
    public Optional<SessionServices> services() {
        return Optional.ofNullable(open.get()).map(Open::services);
    }
}
