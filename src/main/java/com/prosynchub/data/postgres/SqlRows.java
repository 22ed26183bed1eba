package com.prosynchub.data.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the door's functions and reads what they answer. All threads but the forbidden one. */
final class SqlRows {
    private SqlRows() {}

    static <T> List<T> of(Unit unit, String sql, Row<T> row, Arguments arguments) {
        try (PreparedStatement s = unit.connection().prepareStatement(sql)) {
            arguments.set(s);
            List<T> found = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    found.add(row.read(r));
                }
            }
            return found;
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Fills in a statement. */
    @FunctionalInterface
    interface Arguments {
        void set(PreparedStatement statement) throws SQLException;
    }
}
