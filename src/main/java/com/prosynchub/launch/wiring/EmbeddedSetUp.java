package com.prosynchub.launch.wiring;

import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.data.postgres.migration.MigrationOutcome;
import com.prosynchub.data.postgres.migration.RolePasswords;
import com.prosynchub.data.postgres.migration.SchemaMigrator;
import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the embedded database up to date at every start: roles, the workstation's own login, the schema. Runs on the
 * thread that starts the stores.
 */
final class EmbeddedSetUp implements EmbeddedStores.RelationalSetup {
    static final String MIGRATOR = "prosync_migrator";
    static final String RELAY = "prosync_relay";
    static final String THROTTLE = "prosync_throttle";
    static final String SITE = "prosync_site";
    static final String WORKSTATION_NAME = "local";
    static final String WORKSTATION = "ws_" + WORKSTATION_NAME;
    static final List<String> LOGINS = List.of(MIGRATOR, RELAY, THROTTLE, SITE, WORKSTATION);

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSetUp.class);

    @Override
    public void apply(EmbeddedStores.Logins logins) throws SQLException {
        DataSource superuser = Sources.of(logins.superuser());
        SchemaMigrator.bootstrap(
                superuser,
                new RolePasswords(
                        logins.login(MIGRATOR).password(),
                        logins.login(RELAY).password(),
                        logins.login(THROTTLE).password(),
                        logins.login(SITE).password()));
        LOG.info("{}", migrate(Sources.of(logins.login(MIGRATOR))));
        new WorkstationAdmin(superuser)
                .add(WORKSTATION_NAME, logins.login(WORKSTATION).password());
    }

    /** Brings the schema up to date and says so, or refuses with the sentence that says why not. */
    static String migrate(DataSource migrator) throws SQLException {
        MigrationOutcome outcome = SchemaMigrator.migrate(migrator);
        return switch (outcome) {
            case MigrationOutcome.Ready ready -> ready.sentence();
            case MigrationOutcome.SchemaNewer refused -> throw new StartRefusedException(refused.sentence());
            case MigrationOutcome.ClientTooOld refused -> throw new StartRefusedException(refused.sentence());
            case MigrationOutcome.MigrationNeeded refused -> throw new StartRefusedException(refused.sentence());
            case MigrationOutcome.Failed refused -> throw new StartRefusedException(refused.sentence());
            case MigrationOutcome.InvalidIndexes refused -> throw new StartRefusedException(refused.sentence());
            case MigrationOutcome.RulesBroken refused -> throw new StartRefusedException(refused.sentence());
        };
    }
}
