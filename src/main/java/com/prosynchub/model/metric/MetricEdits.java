package com.prosynchub.model.metric;

import java.util.List;

/** What became of several {@link MetricEdit}s, which are all done or none. */
public sealed interface MetricEdits {
    /** All were done; the metrics as they are now. */
    record Done(List<MetricLine> now) implements MetricEdits {
        public Done {
            now = List.copyOf(now);
        }
    }

    /**
     * None was, because some metrics are not any more as they were read.
     *
     * @param overtaken those, as they were read
     */
    record Overtaken(List<MetricLine> overtaken) implements MetricEdits {
        public Overtaken {
            overtaken = List.copyOf(overtaken);
        }
    }
}
