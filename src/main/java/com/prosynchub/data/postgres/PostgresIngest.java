package com.prosynchub.data.postgres;

import com.prosynchub.data.IngestStore;
import com.prosynchub.model.asset.HealthInputs;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The way in through a signed-in person's session. Safe for all threads but the forbidden one. */
final class PostgresIngest implements IngestStore {
    private final Link link;

    PostgresIngest(Link link) {
        this.link = link;
    }

    @Override
    public Map<UUID, Known> definitions(Collection<UUID> assets) {
        return link.read(u -> {
            try {
                return IngestCalls.definitions(u.connection(), assets);
            } catch (SQLException e) {
                throw SqlFailures.translate(e);
            }
        });
    }

    @Override
    public Recorded record(Batch batch, ToIntFunction<HealthInputs> health) {
        return link.write(u -> {
            try {
                return IngestCalls.record(u.connection(), batch, health);
            } catch (SQLException e) {
                throw SqlFailures.translate(e);
            }
        });
    }
}
