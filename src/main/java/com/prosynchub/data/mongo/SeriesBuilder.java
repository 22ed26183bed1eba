package com.prosynchub.data.mongo;

import com.prosynchub.model.metric.MetricSeries;
import java.util.Arrays;

/** Collects one metric's points in growing primitive arrays. For one thread. */
final class SeriesBuilder {
    private final String metric;
    private long[] times = new long[256];
    private double[] values = new double[256];
    private int size;

    SeriesBuilder(String metric) {
        this.metric = metric;
    }

    /** Adds a point; NaN stands for none. */
    void add(long time, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = time;
        values[size++] = value;
    }

    MetricSeries build() {
        return new MetricSeries(metric, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }
}
