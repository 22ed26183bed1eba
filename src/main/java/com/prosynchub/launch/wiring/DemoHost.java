package com.prosynchub.launch.wiring;

import com.prosynchub.data.DemoRepository;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.SiteIngest;
import com.prosynchub.data.postgres.PostgresConfig;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.data.postgres.migration.DemoScripts;
import com.prosynchub.service.demo.DemoHistory;
import com.prosynchub.service.demo.DemoPlant;
import com.prosynchub.service.demo.DemoSimulator;
import com.prosynchub.service.metric.MetricIngest;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The demo plant in the process that hosts its stores: installed once, measuring as long as this process lives. */
final class DemoHost implements AutoCloseable {
    private final SiteIngest values;
    private final DemoSimulator simulator;

    private DemoHost(SiteIngest values, DemoSimulator simulator) {
        this.values = values;
        this.simulator = simulator;
    }

    /** The logins that the demo works with. */
    record Logins(DataSource migrator, PostgresConfig ingest) {}

    /**
     * Installs what is missing of the demo plant and lets it run; null on a site that is not the demo's.
     *
     * @param wanted whether an empty site becomes the demo plant
     * @param progress 0 to 1 of what there is to install
     */
    static @Nullable DemoHost start(
            Logins logins,
            DocumentStore documents,
            boolean wanted,
            ScheduledExecutorService scheduler,
            DoubleConsumer progress) {
        DemoRepository rows = new DemoScripts(logins.migrator());
        if (wanted && rows.state() == DemoRepository.State.EMPTY) {
            progress.accept(0);
            rows.install();
        }
        if (rows.state() != DemoRepository.State.DEMO) {
            return null;
        }
        Clock clock = Clock.systemUTC();
        DemoHistory history = new DemoHistory(SiteFacts.read(logins.migrator()).zone());
        SiteIngest values = PostgresStore.metricIngest(logins.ingest());
        MetricIngest ingest = new MetricIngest(documents.metricHistory(), values, clock);
        new DemoPlant(rows, documents, ingest, history, clock).install((step, fraction) -> progress.accept(fraction));
        DemoSimulator simulator = new DemoSimulator(history, ingest, scheduler, clock);
        simulator.start();
        return new DemoHost(values, simulator);
    }

    @Override
    public void close() {
        simulator.close();
        values.close();
    }
}
