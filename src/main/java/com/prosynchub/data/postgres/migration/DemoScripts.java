package com.prosynchub.data.postgres.migration;

import com.prosynchub.data.DemoRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Runs the demo plant's scripts as the owner, in one transaction. They are no migrations: they run once on an empty site
 * and are never run again, however the demo of a later version looks. Any worker.
 */
public final class DemoScripts implements DemoRepository {
    private static final String FOLDER = "/db/postgresql/demo/";
    private static final List<String> SCRIPTS =
            List.of("01_site.sql", "02_assets.sql", "03_metrics.sql", "04_parts.sql", "05_work_orders.sql");

    private final DataSource migrator;

    /** @param migrator connections of the login that may act as the owner */
    public DemoScripts(DataSource migrator) {
        this.migrator = migrator;
    }

    @Override
    public State state() {
        try (Connection connection = SchemaMigrator.owner(migrator)) {
            return state(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void install() {
        try (Connection connection = SchemaMigrator.owner(migrator)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // Two first starts at once: the second waits here and then finds the work done.
                statement.execute("SELECT FROM app.site FOR UPDATE");
                switch (state(connection)) {
                    case OWN -> throw new FailureException(Failure.Invalid.of("", "notEmpty"));
                    case EMPTY -> {
                        for (String script : SCRIPTS) {
                            statement.execute(read(script));
                        }
                    }
                    case DEMO -> {
                        // Nothing is left to do.
                    }
                }
                connection.commit();
            } catch (SQLException | FailureException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static State state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT (SELECT is_demo FROM app.site),"
                        + " EXISTS (SELECT FROM app.users) OR EXISTS (SELECT FROM app.assets)")) {
            row.next();
            if (row.getBoolean(1)) {
                return State.DEMO;
            }
            return row.getBoolean(2) ? State.OWN : State.EMPTY;
        }
    }

    private static String read(String script) {
        try (InputStream in = DemoScripts.class.getResourceAsStream(FOLDER + script)) {
            return new String(Objects.requireNonNull(in, script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(script, e);
        }
    }

    private static FailureException failed(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return new FailureException(
                state.startsWith("08") || state.startsWith("57P")
                        ? new Failure.Unavailable(Failure.Store.RELATIONAL, Objects.toString(e.getMessage()))
                        : new Failure.Unexpected(Objects.toString(e.getMessage())),
                e);
    }
}
