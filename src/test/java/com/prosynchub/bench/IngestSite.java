package com.prosynchub.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ValidationAction;
import com.mongodb.client.model.ValidationLevel;
import com.mongodb.client.model.ValidationOptions;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.SiteIngest;
import com.prosynchub.data.embedded.EmbeddedLogin;
import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.embedded.document.DocumentServer;
import com.prosynchub.data.embedded.document.DocumentServerConfig;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresConfig;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.data.postgres.migration.MigrationOutcome;
import com.prosynchub.data.postgres.migration.RolePasswords;
import com.prosynchub.data.postgres.migration.SchemaMigrator;
import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded stores as the product runs them, with instrumented assets, for benchmarks. */
final class IngestSite implements AutoCloseable {
    /** Metrics of every asset; their limits are wide enough for whatever is measured. */
    static final List<String> METRICS =
            List.of("temperature", "pressure", "vibration", "custom_metric_1", "custom_metric_2");

    private static final String PASSWORD = "correct horse battery 7";
    private static final List<String> LOGINS =
            List.of("prosync_migrator", "prosync_relay", "prosync_throttle", "prosync_site", "ws_local");

    private final EmbeddedStores stores;
    private final RelationalGate gate;
    final DocumentStore documents;
    final SiteIngest values;

    IngestSite(int assets) throws IOException, SQLException {
        Path work = Files.createTempDirectory("ingest-bench");
        stores = EmbeddedStores.start(
                new EmbeddedStores.Options(
                        work.resolve("data"), work.resolve("cache"), LOGINS, StartupProgress.silent()),
                IngestSite::schema,
                (login, keys) -> new Documents(DocumentServer.start(
                        new DocumentServerConfig(login.jdbcUrl(), login.user(), login.password(), keys, 0))));
        gate = PostgresStore.gate(config("ws_local"));
        gate.createFirstAdministrator(
                new RelationalGate.FirstAdministrator("Bench", "ada", "ada@plant.example", PASSWORD, "Ada", "Bench"));
        documents = MongoStore.open(
                new MongoStore.Config(uri(), DocumentServer.clientSslContext(stores.keys()), "prosynchub"));
        documents.setUp();
        values = PostgresStore.metricIngest(config("prosync_site"));
        fill(assets);
    }

    private record Documents(DocumentServer server) implements EmbeddedStores.DocumentSide {
        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static void schema(EmbeddedStores.Logins logins) throws SQLException {
        PGSimpleDataSource superuser = source(logins.superuser());
        SchemaMigrator.bootstrap(
                superuser,
                new RolePasswords(
                        logins.login("prosync_migrator").password(),
                        logins.login("prosync_relay").password(),
                        logins.login("prosync_throttle").password(),
                        logins.login("prosync_site").password()));
        MigrationOutcome outcome = SchemaMigrator.migrate(source(logins.login("prosync_migrator")));
        if (!(outcome instanceof MigrationOutcome.Ready)) {
            throw new IllegalStateException(outcome.sentence());
        }
        new WorkstationAdmin(superuser).add("local", logins.login("ws_local").password());
    }

    private static PGSimpleDataSource source(EmbeddedLogin login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(login.jdbcUrl());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private PostgresConfig config(String login) {
        EmbeddedLogin of = stores.login(login);
        return new PostgresConfig(
                of.jdbcUrl(),
                of.user(),
                of.password(),
                "bench",
                task -> Thread.ofPlatform().daemon().unstarted(task),
                () -> false);
    }

    private void fill(int assets) throws SQLException {
        try (Connection connection = source(stores.superuser()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO app.asset_types (name) VALUES ('Machine')");
            for (int asset = 0; asset < assets; asset++) {
                statement.execute("INSERT INTO app.assets (asset_id, name, asset_type_id) SELECT '" + asset(asset)
                        + "', 'Machine " + asset + "', asset_type_id FROM app.asset_types");
            }
            for (String metric : METRICS) {
                statement.execute("INSERT INTO app.asset_metrics (asset_id, metric_name, unit, min_threshold,"
                        + " max_threshold, warning_threshold, critical_threshold) SELECT asset_id, '" + metric
                        + "', 'x', -1000, 1000, 900, 1100 FROM app.assets");
            }
            statement.execute("VACUUM ANALYZE app.asset_metrics");
        }
    }

    /** A person at this workstation; the caller closes it. */
    RelationalSession signIn() {
        if (gate.signIn("ada", PASSWORD, "bench") instanceof Attempt.Accepted(RelationalSession session)) {
            return session;
        }
        throw new IllegalStateException("nobody was let in");
    }

    /** The bare driver on the same document server; the caller closes it. */
    MongoClient driver() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToSslSettings(ssl -> ssl.enabled(true).context(DocumentServer.clientSslContext(stores.keys())))
                .build());
    }

    /** A collection with the validator and the indexes of another one, and no document. */
    MongoCollection<Document> like(MongoClient driver, String collection, String name) throws IOException {
        Document definition;
        try (InputStream json = IngestSite.class.getResourceAsStream("/db/mongodb/" + collection + ".json")) {
            definition = Document.parse(
                    new String(Objects.requireNonNull(json, collection).readAllBytes(), StandardCharsets.UTF_8));
        }
        MongoDatabase database = driver.getDatabase("prosynchub");
        database.createCollection(
                name,
                new CreateCollectionOptions()
                        .validationOptions(new ValidationOptions()
                                .validator(definition.get("validator", Document.class))
                                .validationLevel(ValidationLevel.STRICT)
                                .validationAction(ValidationAction.ERROR)));
        for (Document index : definition.getList("indexes", Document.class)) {
            database.getCollection(name)
                    .createIndex(
                            index.get("key", Document.class),
                            new IndexOptions().unique(index.getBoolean("unique", false)));
        }
        return database.getCollection(name);
    }

    private String uri() {
        return "mongodb://127.0.0.1:" + stores.documentPort() + "/?tls=true";
    }

    static UUID asset(int number) {
        return new UUID(0x1234_5678_9abc_4defL, 0x8000_0000_0000_0000L + number);
    }

    @Override
    public void close() {
        values.close();
        gate.close();
        documents.close();
        stores.close();
    }
}
