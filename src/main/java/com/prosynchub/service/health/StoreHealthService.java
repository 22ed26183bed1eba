package com.prosynchub.service.health;

import com.prosynchub.data.DiskRoom;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.RelationalGate;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.access.Unrestricted;
import java.time.Clock;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks both stores how they are; works before anybody signed in. Workers only; safe for all of them. */
public final class StoreHealthService {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealthService.class);

    private final RelationalGate relational;
    private final DocumentStore document;
    private final @Nullable OutboxRepository outbox;
    private final DiskRoom disk;
    private final Clock clock;

    /** @param outbox null in a process that does not host the relay */
    public StoreHealthService(
            RelationalGate relational,
            DocumentStore document,
            @Nullable OutboxRepository outbox,
            DiskRoom disk,
            Clock clock) {
        this.relational = relational;
        this.document = document;
        this.outbox = outbox;
        this.disk = disk;
        this.clock = clock;
    }

    /** Never throws: what does not answer is told as not reachable. */
    @Unrestricted("shown on the sign-in screen; holds no data of the site")
    public HealthSnapshot check() {
        OptionalDouble free = disk.free();
        return new HealthSnapshot(
                clock.instant(),
                relational.status(),
                document.status(),
                backlog(),
                free.isPresent() ? free.getAsDouble() : null);
    }

    private @Nullable RelayBacklog backlog() {
        if (outbox == null) {
            return null;
        }
        try {
            var b = outbox.backlog();
            return new RelayBacklog(b.waiting(), b.parked(), b.oldest());
        } catch (FailureException e) {
            LOG.debug("The outbox did not tell its backlog: {}", e.failure().detail());
            return null;
        }
    }
}
