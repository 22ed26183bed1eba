package com.prosynchub.launch.wiring;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window says of the site before anybody signed in.
 *
 * @param name empty while nobody named it, or where this workstation may not ask
 * @param zone the site's time zone
 * @param demo whether it is the demo plant
 */
public record SiteFacts(String name, ZoneId zone, boolean demo) {
    private static final Logger LOG = LoggerFactory.getLogger(SiteFacts.class);

    static SiteFacts unknown() {
        return new SiteFacts("", ZoneId.systemDefault(), false);
    }

    /** Reads them where the process holds a login that may; on servers a workstation may not. */
    static SiteFacts read(Optional<DataSource> migrator) {
        return migrator.map(SiteFacts::read).orElseGet(SiteFacts::unknown);
    }

    static SiteFacts read(DataSource migrator) {
        try (Connection connection = migrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE prosync_owner");
            try (ResultSet row = statement.executeQuery("SELECT name, time_zone, is_demo FROM app.site")) {
                if (!row.next()) {
                    return unknown();
                }
                String name = row.getString(1);
                return new SiteFacts(name == null ? "" : name, zone(row.getString(2)), row.getBoolean(3));
            }
        } catch (SQLException unreadable) {
            LOG.warn("The site's name could not be read", unreadable);
            return unknown();
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException | NullPointerException strange) {
            return ZoneId.systemDefault();
        }
    }
}
