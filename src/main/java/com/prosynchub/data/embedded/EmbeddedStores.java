package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import com.prosynchub.data.embedded.StartupProgress.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded stores of one data directory, started by this process or joined. Starting blocks for a second or more:
 * call it on a worker. Safe for all threads afterwards. Closing stops what this process started and nothing else.
 */
public final class EmbeddedStores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStores.class);

    private final DataDirectory directory;
    private final Secrets secrets;
    private final Holder holder;
    private final @Nullable Owned owned;

    private EmbeddedStores(DataDirectory directory, Secrets secrets, Holder holder, @Nullable Owned owned) {
        this.directory = directory;
        this.secrets = secrets;
        this.holder = holder;
        this.owned = owned;
    }

    /** What this process has to end; null for one that joined. */
    private record Owned(DirectoryLock lock, EmbeddedCluster cluster, DocumentSide documents) {}

    /**
     * What to start.
     *
     * @param dataDirectory where the data lives; made if missing
     * @param cache where the database programs are unpacked, shared by all data directories of a user
     * @param logins names of the relational logins that need a secret besides the superuser and the document server
     * @param progress told from the starting thread
     */
    public record Options(Path dataDirectory, Path cache, List<String> logins, StartupProgress progress) {}

    /** Brings the relational database up to date: roles, schema, the workstation's login. Called by the owner only. */
    @FunctionalInterface
    public interface RelationalSetup {
        void apply(Logins logins) throws SQLException, IOException;
    }

    /** Starts the document server in front of its database. Called by the owner only. */
    @FunctionalInterface
    public interface DocumentStart {
        DocumentSide start(EmbeddedLogin login, Path keys) throws SQLException, IOException;
    }

    /** A running document server. */
    public interface DocumentSide extends AutoCloseable {
        /** Loopback port it listens on. */
        int port();

        @Override
        void close();
    }

    /** Hands out the logins of the relational database. */
    @FunctionalInterface
    public interface Logins {
        EmbeddedLogin login(String user);

        default EmbeddedLogin superuser() {
            return login(EmbeddedCluster.SUPERUSER);
        }
    }

    /**
     * Starts the stores, or joins the process that already runs them.
     *
     * @throws EmbeddedStoreException with a sentence for the person, and nothing left running
     */
    public static EmbeddedStores start(Options options, RelationalSetup setup, DocumentStart documents) {
        DataDirectory directory =
                new DataDirectory(options.dataDirectory().toAbsolutePath().normalize());
        StartupProgress progress = options.progress();
        try {
            progress.report(Step.CHECK, 0);
            PostgresBinaries binaries =
                    PostgresBinaries.unpackedBelow(options.cache(), () -> progress.report(Step.UNPACK, 0.02));
            // Looked at before the lock is taken, since even the lock is a file that a damaged directory shall not get.
            StoreInspection.holdsStore(directory, binaries.major());
            OwnerOnly.createFolder(directory.root());
            LockOrHolder found = LockOrHolder.await(directory);
            if (found.lock() == null) {
                Secrets secrets = Secrets.read(directory.secrets());
                if (secrets == null || found.holder() == null) {
                    throw new IOException("The secrets cannot be read");
                }
                LOG.info("Joined the stores of {}", found.holder().words());
                progress.report(Step.READY, 1);
                return new EmbeddedStores(directory, secrets, found.holder(), null);
            }
            return startOwned(options, directory, binaries, found.lock(), new Parts(setup, documents));
        } catch (IOException failed) {
            throw new EmbeddedStoreException(
                    Reason.FAILED,
                    "The data directory " + directory.root() + " cannot be used: " + failed.getMessage(),
                    failed);
        }
    }

    private record Parts(RelationalSetup setup, DocumentStart documents) {}

    private static EmbeddedStores startOwned(
            Options options, DataDirectory directory, PostgresBinaries binaries, DirectoryLock lock, Parts parts)
            throws IOException {
        EmbeddedCluster cluster = null;
        EmbeddedStores started = null;
        try {
            Holder me = Holder.me();
            me.write(directory.runtime());
            cluster = EmbeddedCluster.start(directory, binaries, options.logins(), options.progress());
            EmbeddedCluster running = cluster;
            options.progress().report(Step.MIGRATE, 0.55);
            parts.setup().apply(user -> running.login(EmbeddedCluster.RELATIONAL, user));
            options.progress().report(Step.DOCUMENTS, 0.85);
            DocumentSide documents = parts.documents()
                    .start(cluster.login(EmbeddedCluster.DOCUMENTS, EmbeddedCluster.DOCUMENTS), directory.keys());
            Ballast.ensure(directory.ballast());
            Holder ready = me.listeningOn(cluster.port(), documents.port());
            ready.write(directory.runtime());
            started = new EmbeddedStores(directory, cluster.secrets(), ready, new Owned(lock, cluster, documents));
            options.progress().report(Step.READY, 1);
            return started;
        } catch (SQLException failed) {
            throw new EmbeddedStoreException(
                    Reason.FAILED, "The embedded database refused its set-up: " + failed.getMessage(), failed);
        } finally {
            if (started == null) {
                if (cluster != null) {
                    cluster.stop();
                }
                lock.close();
            }
        }
    }

    /** Returns whether a start in this directory would create a store there. */
    public static boolean wouldCreate(Path dataDirectory) {
        return !Files.exists(new DataDirectory(dataDirectory.toAbsolutePath().normalize()).store());
    }

    /** Returns whether another process runs the stores and this one only uses them. */
    public boolean joined() {
        return owned == null;
    }

    /** Returns who runs the stores, in words for the status line. */
    public String holder() {
        return holder.words();
    }

    /** Returns a login of the relational database. */
    public EmbeddedLogin login(String user) {
        return new EmbeddedLogin(holder.postgresPort(), EmbeddedCluster.RELATIONAL, user, secrets.of(user));
    }

    /** Returns the login that owns the server, for set-up and doctor only. */
    public EmbeddedLogin superuser() {
        return login(EmbeddedCluster.SUPERUSER);
    }

    /** Returns the document server's port on the loopback address. */
    public int documentPort() {
        return holder.documentPort();
    }

    /** Returns the folder with the keys that open the document server. */
    public Path keys() {
        return directory.keys();
    }

    /** Stops the document server and then the database, if this process started them. */
    @Override
    public void close() {
        if (owned == null) {
            return;
        }
        owned.documents().close();
        owned.cluster().stop();
        try {
            Files.deleteIfExists(directory.runtime());
            owned.lock().close();
        } catch (IOException failed) {
            LOG.warn("The data directory's lock was not given back cleanly", failed);
        }
    }
}
