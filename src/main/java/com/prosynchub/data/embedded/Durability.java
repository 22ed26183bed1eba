package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Refuses a database that could lose what it has confirmed. Stateless. */
final class Durability {
    private Durability() {}

    /** Looks at the settings in force for this connection's database, and at defaults set for others. */
    static void require(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet off = statement.executeQuery("""
                SELECT name, setting FROM pg_catalog.pg_settings
                WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
                  AND setting = 'off' ORDER BY name\
                """)) {
                if (off.next()) {
                    throw unsafe(off.getString(1) + " is " + off.getString(2));
                }
            }
            try (ResultSet set = statement.executeQuery("""
                SELECT item FROM pg_catalog.pg_db_role_setting, unnest(setconfig) AS item
                WHERE item ~ '^synchronous_commit=(off|false|no|0)'\
                """)) {
                if (set.next()) {
                    throw unsafe("a default " + set.getString(1) + " was set");
                }
            }
        }
    }

    private static EmbeddedStoreException unsafe(String what) {
        return new EmbeddedStoreException(
                Reason.UNSAFE,
                "The embedded database was told to risk confirmed data on a power loss (" + what
                        + "); set it back to on, in local.conf or by ALTER SYSTEM, and start again.");
    }
}
