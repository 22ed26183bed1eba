package com.prosynchub.data;

import com.prosynchub.model.asset.HealthInputs;
import java.util.function.ToIntFunction;

/** The way in as the site service's own login has it, on a connection of its own. */
public interface SiteIngest extends IngestStore, AutoCloseable {
    /**
     * Marks metrics that were silent for twice the interval expected of them, with what follows for their assets' health;
     * what their limits said last stays. Answers how many assets that were.
     */
    int noteSilence(ToIntFunction<HealthInputs> health);

    @Override
    void close();
}
