package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.StartupProgress.Step;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running embedded PostgreSQL with its two databases. The caller holds the data directory's lock. */
final class EmbeddedCluster {
    static final String SUPERUSER = "postgres";
    static final String RELATIONAL = "prosynchub";
    static final String DOCUMENTS = "prosync_documents";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);

    private final PostgresServer server;
    private final Secrets secrets;
    private final int port;

    private EmbeddedCluster(PostgresServer server, Secrets secrets, int port) {
        this.server = server;
        this.secrets = secrets;
        this.port = port;
    }

    /** Makes the store unless it is there, starts the database and prepares logins and databases of the document side. */
    static EmbeddedCluster start(
            DataDirectory directory, PostgresBinaries binaries, List<String> logins, StartupProgress progress)
            throws IOException {
        PostgresServer server = new PostgresServer(binaries, directory);
        OwnerOnly.createFolder(directory.logs());
        if (!StoreInspection.holdsStore(directory, binaries.major())) {
            progress.report(Step.INITIALISE, 0.2);
            create(directory, server, logins);
        }
        Secrets secrets = withAll(directory, logins);
        progress.report(Step.START, 0.4);
        EmbeddedCluster cluster = new EmbeddedCluster(server, secrets, server.start());
        boolean prepared = false;
        try {
            cluster.prepare();
            prepared = true;
            return cluster;
        } catch (SQLException failed) {
            throw new EmbeddedStoreException(
                    EmbeddedStoreException.Reason.FAILED,
                    "The embedded database started but refused its set-up: " + failed.getMessage(),
                    failed);
        } finally {
            if (!prepared) {
                cluster.stop();
            }
        }
    }

    EmbeddedLogin login(String database, String user) {
        return new EmbeddedLogin(port, database, user, secrets.of(user));
    }

    int port() {
        return port;
    }

    Secrets secrets() {
        return secrets;
    }

    void stop() {
        try {
            server.stop();
        } catch (IOException failed) {
            LOG.warn("The embedded database could not be stopped; the next start ends it", failed);
        }
    }

    /** Builds everything under another name and renames once, so that no interruption leaves half a store behind. */
    private static void create(DataDirectory directory, PostgresServer server, List<String> logins) throws IOException {
        Path fresh = directory.unfinishedStore();
        PostgresBinaries.deleteTree(fresh);
        OwnerOnly.createFolder(fresh);
        Secrets secrets = Secrets.generate(List.of(SUPERUSER, DOCUMENTS)).with(logins);
        server.initialise(DataDirectory.postgresOf(fresh), secrets.of(SUPERUSER));
        secrets.write(DataDirectory.secretsOf(fresh));
        Files.move(fresh, directory.store(), StandardCopyOption.ATOMIC_MOVE);
        sync(directory.root());
    }

    private static Secrets withAll(DataDirectory directory, List<String> logins) throws IOException {
        Secrets kept = Secrets.read(directory.secrets());
        if (kept == null) {
            throw new IOException("The secrets disappeared while the store was being started");
        }
        Secrets all = kept.with(List.of(DOCUMENTS)).with(logins);
        if (!all.sameAs(kept)) {
            all.write(directory.secrets());
        }
        return all;
    }

    /** Runs at every start: all of it leaves alone what is already so. */
    private void prepare() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            Durability.require(connection);
            if (missing(statement, "SELECT FROM pg_roles WHERE rolname = '" + DOCUMENTS + "'")) {
                statement.execute("CREATE ROLE " + DOCUMENTS);
            }
            // Only the verifier travels, so that no log could ever show the password.
            String verifier =
                    PasswordUtil.encodePassword(DOCUMENTS, secrets.of(DOCUMENTS).toCharArray(), "scram-sha-256");
            statement.execute("ALTER ROLE " + DOCUMENTS + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION"
                    + " NOBYPASSRLS PASSWORD '" + verifier + "'");
            createDatabase(statement, RELATIONAL, SUPERUSER);
            createDatabase(statement, DOCUMENTS, DOCUMENTS);
            statement.execute(
                    "REVOKE ALL ON DATABASE postgres, template1, " + RELATIONAL + ", " + DOCUMENTS + " FROM PUBLIC");
        }
    }

    private static void createDatabase(Statement statement, String name, String owner) throws SQLException {
        if (missing(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            // Copying files beats replaying the template's log: half a second less on a first start.
            statement.execute("CREATE DATABASE " + name + " OWNER " + owner + " STRATEGY file_copy TEMPLATE template0");
        }
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        EmbeddedLogin login = login(database, SUPERUSER);
        return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
    }

    private static void sync(Path folder) throws IOException {
        if (HostSystem.isWindows()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
