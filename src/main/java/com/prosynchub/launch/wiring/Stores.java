package com.prosynchub.launch.wiring;

import com.prosynchub.data.embedded.EmbeddedLogin;
import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.embedded.document.DocumentServer;
import com.prosynchub.data.embedded.document.DocumentServerConfig;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresConfig;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.Credentials;
import com.prosynchub.launch.config.Profile;
import com.prosynchub.launch.wiring.StoreAccess.SiteAccess;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The stores of the chosen profile, running. Starting blocks; closing stops what was started here. Any thread. */
public final class Stores implements AutoCloseable {
    private static final String DOCUMENT_DATABASE = "prosynchub";

    private final StoreAccess access;
    private final @Nullable EmbeddedStores embedded;

    private Stores(StoreAccess access, @Nullable EmbeddedStores embedded) {
        this.access = access;
        this.embedded = embedded;
    }

    /** Starts the embedded stores, or only notes where the servers are. */
    public static Stores start(AppConfig config, StoreSettings settings, StartupProgress progress) {
        return switch (config.profile()) {
            case Profile.Embedded profile -> {
                EmbeddedStores stores = EmbeddedStores.start(
                        new EmbeddedStores.Options(
                                profile.dataDirectory(),
                                config.folders().cache(),
                                EmbeddedSetUp.LOGINS,
                                logged(config.logs(), progress)),
                        new EmbeddedSetUp(),
                        Stores::startDocuments);
                yield new Stores(onEmbedded(stores, settings), stores);
            }
            case Profile.Server server -> {
                Logs.open(config.logs());
                progress.report(StartupProgress.Step.READY, 1);
                yield new Stores(onServers(server, settings), null);
            }
        };
    }

    /** How to reach them. */
    public StoreAccess access() {
        return access;
    }

    /** Whether this process runs embedded stores, and so hosts what the site service would do. */
    public boolean hosting() {
        return embedded != null && !embedded.joined();
    }

    /** Whether the stores are embedded, run by this process or by another one. */
    public boolean areEmbedded() {
        return embedded != null;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    /** Nothing is written into the directory, not even a log, before it was found sound. */
    private static StartupProgress logged(Path logs, StartupProgress progress) {
        return (step, fraction) -> {
            if (step.compareTo(StartupProgress.Step.UNPACK) > 0) {
                Logs.open(logs);
            }
            progress.report(step, fraction);
        };
    }

    private static EmbeddedStores.DocumentSide startDocuments(EmbeddedLogin login, Path keys) {
        DocumentServer server = DocumentServer.start(
                new DocumentServerConfig(login.jdbcUrl(), login.user(), login.password(), keys, 0),
                Threads.factory("documents"));
        return new EmbeddedStores.DocumentSide() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private static StoreAccess onEmbedded(EmbeddedStores stores, StoreSettings settings) {
        MongoStore.Config documents = new MongoStore.Config(
                "mongodb://127.0.0.1:" + stores.documentPort() + "/?tls=true",
                DocumentServer.clientSslContext(stores.keys()),
                DOCUMENT_DATABASE);
        Optional<SiteAccess> site = stores.joined()
                ? Optional.empty()
                : Optional.of(new SiteAccess(
                        postgres(stores.login(EmbeddedSetUp.RELAY), settings),
                        Optional.of(postgres(stores.login(EmbeddedSetUp.SITE), settings)),
                        documents));
        return new StoreAccess(
                postgres(stores.login(EmbeddedSetUp.WORKSTATION), settings),
                documents,
                site,
                Optional.of(Sources.of(stores.superuser())),
                Optional.of(Sources.of(stores.login(EmbeddedSetUp.MIGRATOR))));
    }

    private static PostgresConfig postgres(EmbeddedLogin login, StoreSettings settings) {
        return settings.postgres(login.jdbcUrl(), new Credentials(login.user(), login.password()));
    }

    private static StoreAccess onServers(Profile.Server server, StoreSettings settings) {
        String url = server.relational().url();
        Optional<DataSource> owner = server.owner().map(login -> Sources.of(url, login));
        return new StoreAccess(
                settings.postgres(url, server.relational().login()),
                documents(server.document()),
                server.site()
                        .map(site -> new SiteAccess(
                                settings.postgres(url, site.relay()),
                                site.ingest().map(login -> settings.postgres(url, login)),
                                documents(site.document()))),
                owner,
                owner);
    }

    private static MongoStore.Config documents(Profile.Document document) {
        return new MongoStore.Config(document.uri(), null, document.database());
    }
}
