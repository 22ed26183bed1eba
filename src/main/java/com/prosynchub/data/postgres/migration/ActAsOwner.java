package com.prosynchub.data.postgres.migration;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Makes each of Flyway's connections act as the owner of the schema: the migrator inherits nothing by itself. */
final class ActAsOwner implements Callback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_CONNECT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("SET ROLE prosync_owner");
        } catch (SQLException refused) {
            throw new FlywayException("The migrator may not act as the owner of the schema", refused);
        }
    }

    @Override
    public String getCallbackName() {
        return "act-as-owner";
    }
}
