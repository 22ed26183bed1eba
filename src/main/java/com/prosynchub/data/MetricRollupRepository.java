package com.prosynchub.data;

import com.prosynchub.model.metric.RollupBlock;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.model.metric.RollupMark;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * History summed up, and the marks that say where the sums may be behind. What is not marked tells exactly what was
 * measured; {@link MetricHistoryRepository} sets marks before it stores samples.
 */
public interface MetricRollupRepository {

    /** Stored blocks that overlap {@code [from, to)}, of every metric of the asset, in no order. */
    List<RollupBlock> blocks(UUID assetId, RollupLevel level, Instant from, Instant to);

    /** As {@link #blocks(UUID, RollupLevel, Instant, Instant)}, of the named metrics alone. */
    List<RollupBlock> blocks(UUID assetId, RollupLevel level, Instant from, Instant to, Set<String> metrics);

    /**
     * Stores blocks that were read before, or that are new.
     *
     * @return false when one of them was changed by somebody else since; the others may be stored
     */
    boolean put(Collection<RollupBlock> blocks);

    /** Stores marks and answers them with their new ids. */
    List<RollupMark> mark(Collection<RollupMark> marks);

    /** The marks of an asset and of every asset. */
    List<RollupMark> marks(UUID assetId);

    /** At most so many of all marks, the first set ones first. */
    List<RollupMark> oldestMarks(int limit);

    /** Removes marks; one that is gone already is no fault. */
    void unmark(Collection<RollupMark> marks);
}
