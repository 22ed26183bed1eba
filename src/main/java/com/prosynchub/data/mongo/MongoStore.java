package com.prosynchub.data.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.prosynchub.data.DocumentAccounts;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;

/** The one door of this package: opens the document store. */
public final class MongoStore {
    private static final long SELECTION_SECONDS = 3;
    private static final long HEARTBEAT_SECONDS = 2;
    private static final long READ_SECONDS = 60;
    private static final long WRITE_SECONDS = 10;

    private MongoStore() {}

    /**
     * Where the document store is.
     *
     * @param uri MongoDB connection string: several hosts, {@code mongodb+srv}, user and TLS options as it has them
     * @param sslContext trust and keys of our own, such as the embedded server's; null for the platform's
     * @param database name of the database
     */
    public record Config(String uri, @Nullable SSLContext sslContext, String database) {
        @Override
        public String toString() {
            return "Config[" + database + "]"; // the address may hold a password
        }
    }

    /**
     * Prepares access; connects in the background, so that an unreachable store shows at the first call and not here.
     *
     * @throws FailureException {@code Invalid("mongodb.uri", …)} for an address that is none
     */
    public static DocumentStore open(Config config) {
        return open(config, InstantSource.system());
    }

    /**
     * As {@link #open(Config)}, for whoever writes measurements.
     *
     * @param clock says when a measurement was stored
     */
    public static DocumentStore open(Config config, InstantSource clock) {
        MongoClientSettings settings = MongoClientSettings.builder(hardened(settings(config)))
                .codecRegistry(Codecs.with(new MetricSampleCodec(clock)))
                .build();
        return open(MongoClients.create(settings), config.database(), clock);
    }

    /** Prepares making roles and users as the user of the address. @throws FailureException as {@link #open(Config)} */
    public static DocumentAccounts accounts(Config config) {
        MongoClientSettings settings = settings(config);
        return new MongoAccounts(MongoClients.create(hardened(settings)), config.database(), settings.getCredential());
    }

    /** As {@link #open(Config)}, for whoever has driver settings; write safety, time-outs and UUID form are set here. */
    public static DocumentStore open(MongoClientSettings settings, String database) {
        return open(MongoClients.create(hardened(settings)), database, InstantSource.system());
    }

    private static DocumentStore open(MongoClient client, String database, InstantSource clock) {
        return new MongoDocumentStore(client, client.getDatabase(database), clock);
    }

    static ConnectionString address(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException malformed) {
            throw new FailureException(Failure.Invalid.of("mongodb.uri", "pattern"), malformed);
        }
    }

    private static MongoClientSettings settings(Config config) {
        MongoClientSettings.Builder builder =
                MongoClientSettings.builder().applyConnectionString(address(config.uri()));
        SSLContext ssl = config.sslContext();
        if (ssl != null) {
            builder.applyToSslSettings(s -> s.enabled(true).context(ssl));
        }
        return builder.build();
    }

    private static MongoClientSettings hardened(MongoClientSettings settings) {
        return MongoClientSettings.builder(settings)
                .applicationName("prosynchub")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .codecRegistry(Codecs.REGISTRY)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(WRITE_SECONDS, TimeUnit.SECONDS))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToServerSettings(s -> s.heartbeatFrequency(HEARTBEAT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(s -> s.connectTimeout((int) SELECTION_SECONDS, TimeUnit.SECONDS)
                        .readTimeout((int) READ_SECONDS, TimeUnit.SECONDS))
                .build();
    }
}
