package com.prosynchub.service.demo;

import com.prosynchub.data.DemoRepository;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.SiteIngest;
import com.prosynchub.data.embedded.document.DocumentServer;
import com.prosynchub.data.embedded.document.DocumentServerConfig;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresConfig;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.data.postgres.migration.DemoScripts;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import com.prosynchub.service.metric.MetricIngest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** An empty site on both real stores, embedded as a first start finds them, to put the demo plant into. One test class. */
final class DemoSite implements AutoCloseable {
    final String database = MigratedPostgres.freshDatabase();
    final DemoRepository rows = new DemoScripts(MigratedPostgres.source(database, "prosync_migrator"));
    final DocumentStore documents;
    final SiteIngest siteIngest = PostgresStore.metricIngest(config("prosync_site"));
    final MetricIngest ingest;
    final DemoHistory history = new DemoHistory(ZoneOffset.UTC);
    final RelationalGate gate = PostgresStore.gate(config(MigratedPostgres.WORKSTATION));
    private final DocumentServer server;

    DemoSite() {
        Path keys = folder();
        server = DocumentServer.start(new DocumentServerConfig(
                TestPostgres.jdbcUrl(TestPostgres.freshDatabase()), TestPostgres.USER, TestPostgres.PASSWORD, keys, 0));
        documents = MongoStore.open(new MongoStore.Config(
                "mongodb://127.0.0.1:" + server.port() + "/?tls=true",
                DocumentServer.clientSslContext(keys),
                "prosynchub"));
        documents.setUp();
        ingest = new MetricIngest(documents.metricHistory(), siteIngest, Clock.systemUTC());
    }

    DemoPlant plant() {
        return new DemoPlant(rows, documents, ingest, history, Clock.systemUTC());
    }

    /** Signs one of the demo's accounts in, by its role. */
    RelationalSession session(String role) {
        DemoAccount account = DemoAccount.all().stream()
                .filter(a -> a.role().equals(role))
                .findFirst()
                .orElseThrow();
        if (gate.signIn(account.username(), account.password(), "tests")
                instanceof Attempt.Accepted(RelationalSession session)) {
            return session;
        }
        throw new AssertionError(role + " was not let in");
    }

    private PostgresConfig config(String login) {
        return new PostgresConfig(
                TestPostgres.jdbcUrl(database),
                login,
                MigratedPostgres.PASSWORD,
                "test",
                task -> Thread.ofPlatform().daemon().name("store-").unstarted(task),
                () -> false);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("demo-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gate.close();
        siteIngest.close();
        documents.close();
        server.close();
    }
}
