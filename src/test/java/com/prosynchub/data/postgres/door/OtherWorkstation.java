package com.prosynchub.data.postgres.door;

import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A second workstation of the test server. */
final class OtherWorkstation {
    static final String NAME = "other";
    static final String LOGIN = "ws_other";

    private OtherWorkstation() {}

    static void ensure(String database) throws SQLException {
        new WorkstationAdmin(MigratedPostgres.source(database, TestPostgres.USER)).add(NAME, MigratedPostgres.PASSWORD);
    }

    static Connection connect(String database, @Nullable String token) throws SQLException {
        ensure(database);
        return MigratedPostgres.connect(database, LOGIN, token);
    }
}
