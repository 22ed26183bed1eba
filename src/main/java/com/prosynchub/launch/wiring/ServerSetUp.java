package com.prosynchub.launch.wiring;

import com.prosynchub.data.DocumentAccounts;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.migration.RolePasswords;
import com.prosynchub.data.postgres.migration.SchemaMigrator;
import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import com.prosynchub.launch.config.Credentials;
import com.prosynchub.launch.config.Profile;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** Brings a plant's own servers to what this program needs; running it again upgrades them. Blocking: one thread. */
public final class ServerSetUp {
    private static final int OLDEST_POSTGRES = 150_000;
    private static final int PASSWORD_BYTES = 24;
    private static final String SITE_WORKSTATION = "site";
    private static final String UNCHANGED = "";

    private final Profile.Server server;
    private final DataSource superuser;

    public ServerSetUp(Profile.Server server, Credentials owner) {
        this.server = server;
        this.superuser = Sources.of(server.relational().url(), owner);
    }

    /**
     * Looks whether the server can be set up; changes nothing.
     *
     * @return whether the site service's login has a password already
     */
    public boolean siteHasLogin() throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT rolsuper, current_setting('server_version_num')::integer"
                            + " FROM pg_roles WHERE rolname = current_user")) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new StartRefusedException("The login of owner.user is no superuser of PostgreSQL.");
                }
                if (row.getInt(2) < OLDEST_POSTGRES) {
                    throw new StartRefusedException("The server is older than PostgreSQL 15.");
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_authid WHERE rolname = '"
                    + EmbeddedSetUp.RELAY + "' AND rolpassword IS NOT NULL)")) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Makes or hardens the roles, migrates and checks the schema, and tries the way that sign-in takes. */
    public String relational() throws SQLException {
        // Nobody but this run uses the migrator's password, and the throttle's is kept by the database itself.
        String migrator = password();
        SchemaMigrator.bootstrap(superuser, new RolePasswords(migrator, UNCHANGED, password(), UNCHANGED));
        String sentence = EmbeddedSetUp.migrate(
                Sources.of(server.relational().url(), new Credentials(EmbeddedSetUp.MIGRATOR, migrator)));
        tryLoopback();
        return sentence;
    }

    /** Creates or upgrades MongoDB's roles, if the server has such, then collections, validators and indexes. */
    public DocumentAccounts.Outcome documents() {
        try (DocumentAccounts accounts = MongoStore.accounts(config(server.document()));
                DocumentStore store = MongoStore.open(config(server.document()))) {
            DocumentAccounts.Outcome roles = accounts.roles();
            store.setUp();
            return roles;
        }
    }

    /** Makes MongoDB's user that the address names, with the rights that its holder needs. */
    public static DocumentAccounts.Outcome user(Profile.Server server, String uri, DocumentAccounts.Holder holder) {
        try (DocumentAccounts accounts = MongoStore.accounts(config(server.document()))) {
            return accounts.user(uri, holder);
        }
    }

    private static MongoStore.Config config(Profile.Document document) {
        return new MongoStore.Config(document.uri(), null, document.database());
    }

    /** Gives the site service new passwords and returns how it reaches the stores. */
    public Profile.Server newSite(Profile.Document documents) throws SQLException {
        Credentials relay = new Credentials(EmbeddedSetUp.RELAY, password());
        Credentials ingest = new Credentials(EmbeddedSetUp.SITE, password());
        String own = password();
        SchemaMigrator.bootstrap(
                superuser, new RolePasswords(UNCHANGED, relay.password(), UNCHANGED, ingest.password()));
        String login = new WorkstationAdmin(superuser).add(SITE_WORKSTATION, own);
        return new Profile.Server(
                new Profile.Relational(server.relational().url(), new Credentials(login, own)),
                documents,
                Optional.of(new Profile.Site(relay, Optional.of(ingest), documents)),
                Optional.empty());
    }

    /** Sign-in connects to its own server by the loopback address; without that nobody could sign in. */
    private void tryLoopback() throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT * FROM auth.loopback('SELECT ''a'', ''b''')");
        } catch (SQLException failed) {
            throw new StartRefusedException("PostgreSQL does not reach itself at 127.0.0.1 as prosync_throttle, which"
                    + " sign-in needs; look at listen_addresses and pg_hba.conf: " + failed.getMessage());
        }
    }

    private static String password() {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
