package com.prosynchub.launch.wiring;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.SiteIngest;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.service.metric.SilenceWatch;
import com.prosynchub.service.metric.rollup.RollupWorker;
import com.prosynchub.service.relay.OutboxRelay;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What runs once per site and not once per workstation: the relay of the audit ledger, summing up history, and the watch
 * over metrics from which nothing comes. Any thread.
 */
public final class SiteHost implements AutoCloseable {
    private final OutboxRepository outbox;
    private final DocumentStore documents;
    private final OutboxRelay relay;
    private final RollupWorker rollups;
    private final @Nullable SiteIngest values;
    private final @Nullable SilenceWatch silence;

    private SiteHost(OutboxRepository outbox, DocumentStore documents, @Nullable SiteIngest values) {
        this.outbox = outbox;
        this.documents = documents;
        this.relay = new OutboxRelay(outbox, documents);
        this.rollups = new RollupWorker(documents);
        this.values = values;
        this.silence = values == null ? null : new SilenceWatch(values);
    }

    /** Starts it on the scheduler. */
    public static SiteHost start(StoreAccess.SiteAccess access, ScheduledExecutorService scheduler) {
        SiteHost host = new SiteHost(
                PostgresStore.outbox(access.relay()),
                MongoStore.open(access.documents()),
                access.ingest().map(PostgresStore::metricIngest).orElse(null));
        host.relay.start(scheduler);
        host.rollups.start(scheduler);
        if (host.silence != null) {
            host.silence.start(scheduler);
        }
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
        if (silence != null) {
            silence.close();
        }
        if (values != null) {
            values.close();
        }
        outbox.close();
        documents.close();
    }
}
