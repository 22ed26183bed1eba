package com.prosynchub.launch.wiring;

import com.prosynchub.data.DiskRoom;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.embedded.StartupProgress.Step;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.Profile;
import com.prosynchub.launch.wiring.StoreAccess.SiteAccess;
import com.prosynchub.service.health.StoreHealthService;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands before anybody signed in: the stores, the door, their health, and what this process hosts for
 * the site. Made on a worker; closing it blocks while the stores stop. Any thread.
 */
public final class BootWiring implements AutoCloseable {
    /** Share of the whole start that the stores take when the demo plant is installed after them. */
    private static final double STORES_SHARE = 0.4;

    private final Stores stores;
    private final RelationalGate gate;
    private final DocumentStore documents;
    private final Hosted hosted;
    private final DiskRoom disk;
    private final SiteFacts site;
    private final SiteClock clock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BootWiring(Stores stores, DocumentStore documents, Hosted hosted, DiskRoom disk, SiteClock clock) {
        this.stores = stores;
        this.gate = PostgresStore.gate(stores.access().workstation());
        this.documents = documents;
        this.hosted = hosted;
        this.disk = disk;
        this.clock = clock;
        this.site = SiteFacts.read(stores.access().migrator());
        // A process that is told to end stops its stores; one that is killed leaves that to the next start.
        Runtime.getRuntime().addShutdownHook(Threads.factory("shutdown").newThread(this::close));
    }

    /** What runs in this process because it hosts the stores. */
    private record Hosted(@Nullable SiteHost site, @Nullable DemoHost demo) {
        void close() {
            if (demo != null) {
                demo.close();
            }
            if (site != null) {
                site.close();
            }
        }
    }

    /**
     * Starts the stores and what belongs to them; nothing keeps running when it fails.
     *
     * @param demo whether an empty site becomes the demo plant
     */
    public static BootWiring start(
            AppConfig config, boolean demo, StoreSettings settings, Threads threads, StartupProgress progress) {
        double share = demo ? STORES_SHARE : 1;
        Stores stores = Stores.start(config, settings, (step, fraction) -> {
            if (step != Step.READY) {
                progress.report(step, fraction * share);
            }
        });
        boolean started = false;
        try {
            SiteClock clock = new SiteClock();
            DocumentStore documents = MongoStore.open(stores.access().documents(), clock);
            Hosted hosted = stores.hosting()
                    ? host(stores.access(), documents, demo, threads, progress)
                    : new Hosted(null, null);
            BootWiring boot = new BootWiring(stores, documents, hosted, diskOf(config.profile()), clock);
            started = true;
            progress.report(Step.READY, 1);
            return boot;
        } finally {
            if (!started) {
                stores.close();
            }
        }
    }

    private static DiskRoom diskOf(Profile profile) {
        return switch (profile) {
            case Profile.Embedded embedded -> DiskRoom.of(embedded.dataDirectory());
            case Profile.Server ignored -> DiskRoom.ELSEWHERE;
        };
    }

    private static Hosted host(
            StoreAccess access, DocumentStore documents, boolean demo, Threads threads, StartupProgress progress) {
        documents.setUp();
        SiteAccess site = access.site().orElseThrow();
        DemoHost plant = DemoHost.start(
                new DemoHost.Logins(
                        access.migrator().orElseThrow(), site.ingest().orElseThrow()),
                documents,
                demo,
                threads.scheduler(),
                fraction -> progress.report(Step.DEMO, STORES_SHARE + (1 - STORES_SHARE) * fraction));
        return new Hosted(SiteHost.start(site, threads.scheduler()), plant);
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
        return new StoreHealthService(
                gate,
                documents,
                hosted.site() == null ? null : hosted.site().outbox(),
                disk,
                clock.withZone(ZoneOffset.UTC));
    }

    /** What "now" is; whoever signs in lets it go by the server. */
    public SiteClock clock() {
        return clock;
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
        if (closed.compareAndSet(false, true)) {
            hosted.close();
            documents.close();
            gate.close();
            stores.close();
        }
    }
}
