package com.prosynchub.service.metric.rollup;

/** Follows summing up history anew, and may stop it. Called on the worker's thread. */
@FunctionalInterface
public interface RebuildProgress {
    /**
     * Called at the beginning, after every stretch, and at the end.
     *
     * @param done stretches that are summed up
     * @param all stretches that there are, each at most {@link com.prosynchub.model.metric.RollupLevel#DAYS_32} of an asset
     * @return whether to go on; what is left is taken up by the next run, or by the site's worker
     */
    boolean at(int done, int all);
}
