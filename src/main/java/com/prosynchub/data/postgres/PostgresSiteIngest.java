package com.prosynchub.data.postgres;

import com.prosynchub.data.SiteIngest;
import com.prosynchub.model.asset.HealthInputs;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The way in by the site service's own login. Any thread, one batch at a time. */
final class PostgresSiteIngest implements SiteIngest {
    private final Wire wire;

    PostgresSiteIngest(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Map<UUID, Known> definitions(Collection<UUID> assets) {
        return wire.inTransaction(c -> IngestCalls.definitions(c, assets));
    }

    @Override
    public Recorded record(Batch batch, ToIntFunction<HealthInputs> health) {
        return wire.inTransaction(c -> IngestCalls.record(c, batch, health));
    }

    @Override
    public int noteSilence(ToIntFunction<HealthInputs> health) {
        return wire.inTransaction(c -> IngestCalls.noteSilence(c, health));
    }

    @Override
    public void close() {
        wire.close();
    }
}
