package com.prosynchub.data;

import com.prosynchub.model.metric.LimitVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How metrics were to be judged before. Only the database writes here. */
public interface LimitHistoryRepository {
    /** Versions of a metric, newest first; at most {@code limit}. */
    List<LimitVersion> versions(UUID metricId, int limit);

    /**
     * Versions of an asset's metric that held at some time in {@code [from, to)}, oldest first; the first one also where it
     * began only later, for what was measured before is judged by it.
     */
    List<LimitVersion> during(UUID assetId, String metric, Instant from, Instant to);
}
