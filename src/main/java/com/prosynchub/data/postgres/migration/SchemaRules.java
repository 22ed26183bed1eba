package com.prosynchub.data.postgres.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the catalogue what must hold. Any thread. */
final class SchemaRules {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaRules.class);

    private SchemaRules() {}

    static List<LintFinding> lint(DataSource migrator) throws SQLException {
        try (Connection connection = SchemaMigrator.owner(migrator)) {
            return lint(connection);
        }
    }

    /** The same inside the connection's transaction; changes its search path. */
    static List<LintFinding> lint(Connection connection) throws SQLException {
        List<LintFinding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            try (ResultSet rows = statement.executeQuery(MigrationScripts.read("lint.sql"))) {
                while (rows.next()) {
                    findings.add(new LintFinding(
                            rows.getString("rule"), rows.getString("object"), rows.getString("problem")));
                }
            }
        }
        return findings;
    }

    static List<String> invalidIndexes(DataSource migrator) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = SchemaMigrator.owner(migrator);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT format('%I.%I', n.nspname, c.relname)
                    FROM pg_catalog.pg_index i
                    JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                    WHERE NOT i.indisvalid AND n.nspname IN ('app', 'auth', 'audit') ORDER BY 1\
                    """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Builds half-built indexes anew and returns those that it tried. */
    static List<String> rebuildInvalidIndexes(DataSource migrator) throws SQLException {
        List<String> names = invalidIndexes(migrator);
        for (String name : names) {
            try (Connection connection = SchemaMigrator.owner(migrator);
                    Statement statement = connection.createStatement()) {
                statement.execute("REINDEX INDEX " + name);
                LOG.warn("Rebuilt {}, which an interrupted build had left invalid", name);
            } catch (SQLException failed) {
                LOG.error("Index {} cannot be rebuilt", name, failed);
            }
        }
        return names;
    }

    static boolean exists(Connection connection, String relation) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            query.setString(1, relation);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
