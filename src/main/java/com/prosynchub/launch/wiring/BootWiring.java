package com.prosynchub.launch.wiring;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.service.health.StoreHealthService;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands before anybody signed in: the stores, the door, their health, and what this process hosts for
 * the site. Made on a worker; closing it blocks while the stores stop. Any thread.
 */
public final class BootWiring implements AutoCloseable {
    private final Stores stores;
    private final RelationalGate gate;
    private final DocumentStore documents;
    private final @Nullable SiteHost host;
    private final SiteFacts site;

    private BootWiring(Stores stores, DocumentStore documents, @Nullable SiteHost host) {
        this.stores = stores;
        this.gate = PostgresStore.gate(stores.access().workstation());
        this.documents = documents;
        this.host = host;
        this.site = SiteFacts.read(stores.access().migrator());
    }

    /** Starts the stores and what belongs to them; nothing keeps running when it fails. */
    public static BootWiring start(
            AppConfig config, boolean demo, StoreSettings settings, Threads threads, StartupProgress progress) {
        // The object mapping needs a second of its own and no server, so it is prepared beside the start.
        threads.workers().execute(PostgresStore::warmUp);
        Stores stores = Stores.start(config, demo, settings, progress);
        boolean started = false;
        try {
            DocumentStore documents = MongoStore.open(stores.access().documents());
            SiteHost host = null;
            if (stores.hosting()) {
                documents.setUp();
                host = stores.access()
                        .site()
                        .map(site -> SiteHost.start(site, threads.scheduler()))
                        .orElse(null);
            }
            BootWiring boot = new BootWiring(stores, documents, host);
            started = true;
            return boot;
        } finally {
            if (!started) {
                stores.close();
            }
        }
    }

    /** The relational store's door. */
    public RelationalGate gate() {
        return gate;
    }

    /** The document store as this workstation. */
    public DocumentStore documents() {
        return documents;
    }

    /** The health of both stores. */
    public StoreHealthService health() {
        return new StoreHealthService(gate, documents, host == null ? null : host.outbox(), Clock.systemUTC());
    }

    /** What is known of the site. */
    public SiteFacts site() {
        return site;
    }

    /** The running stores. */
    public Stores stores() {
        return stores;
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
        }
        documents.close();
        gate.close();
        stores.close();
    }
}
