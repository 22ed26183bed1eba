package com.prosynchub.service.metric;

import com.prosynchub.service.metric.mapping.ImportMapping;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported and how.
 *
 * @param assets in the order wanted
 * @param metrics those wanted; empty for all that the mapping names or the assets have
 * @param from first instant
 * @param to the instant before which the last sample lies
 * @param mapping the form of the file; null for commas, a header, ISO times and one column for each metric
 */
public record ExportRequest(
        List<UUID> assets,
        Set<String> metrics,
        Instant from,
        Instant to,
        @Nullable ImportMapping mapping) {
    public ExportRequest {
        assets = List.copyOf(assets);
        metrics = Set.copyOf(metrics);
    }
}
