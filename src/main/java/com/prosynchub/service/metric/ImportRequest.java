package com.prosynchub.service.metric;

import com.prosynchub.service.metric.mapping.ImportMapping;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported and how.
 *
 * @param dryRun only say what would happen
 * @param allOrNothing read the whole file first and write nothing when a row is bad
 * @param checkpoints folder where an import remembers how far it came; null to start from the top each time
 */
public record ImportRequest(
        Path file,
        ImportMapping mapping,
        boolean dryRun,
        boolean allOrNothing,
        @Nullable Path checkpoints) {
    public ImportRequest(Path file, ImportMapping mapping, boolean dryRun, boolean allOrNothing) {
        this(file, mapping, dryRun, allOrNothing, null);
    }
}
