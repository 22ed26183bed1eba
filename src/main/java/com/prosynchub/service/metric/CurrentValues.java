package com.prosynchub.service.metric;

import com.prosynchub.model.metric.MetricSample;
import java.util.Collection;

/** Takes over values as the current ones where they are newer; each login has its own way there. */
@FunctionalInterface
public interface CurrentValues {
    /** Returns how many values were taken; older ones and unknown metrics change nothing. */
    int record(Collection<MetricSample> samples);
}
