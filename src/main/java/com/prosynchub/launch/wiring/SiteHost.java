package com.prosynchub.launch.wiring;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.service.metric.rollup.RollupWorker;
import com.prosynchub.service.relay.OutboxRelay;
import java.util.concurrent.ScheduledExecutorService;

/** What runs once per site and not once per workstation: the relay of the audit ledger, and summing up history. Any thread. */
public final class SiteHost implements AutoCloseable {
    private final OutboxRepository outbox;
    private final DocumentStore documents;
    private final OutboxRelay relay;
    private final RollupWorker rollups;

    private SiteHost(OutboxRepository outbox, DocumentStore documents) {
        this.outbox = outbox;
        this.documents = documents;
        this.relay = new OutboxRelay(outbox, documents);
        this.rollups = new RollupWorker(documents);
    }

    /** Starts it on the scheduler. */
    public static SiteHost start(StoreAccess.SiteAccess access, ScheduledExecutorService scheduler) {
        SiteHost host = new SiteHost(PostgresStore.outbox(access.relay()), MongoStore.open(access.documents()));
        host.relay.start(scheduler);
        host.rollups.start(scheduler);
        return host;
    }

    /** The outbox, for whoever tells its backlog. */
    public OutboxRepository outbox() {
        return outbox;
    }

    @Override
    public void close() {
        relay.close();
        rollups.close();
        outbox.close();
        documents.close();
    }
}
