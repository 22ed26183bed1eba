package com.prosynchub.data;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.MetricNote;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Notes at the time axis. */
public interface MetricNoteRepository {
    /** Notes of these assets that touch {@code [from, to)}, newest first; at most {@code limit}. */
    List<MetricNote> during(Collection<UUID> assets, Instant from, Instant to, int limit);

    /** Stores a new one under the person's name; sent again under the same id it is stored once. */
    MetricNote insert(MetricNote note);

    /** Changes the words and the time of the person's own. */
    SaveResult<MetricNote> update(MetricNote note);

    SaveResult<UUID> delete(UUID id, int revision);
}
