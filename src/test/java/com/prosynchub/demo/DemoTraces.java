package com.prosynchub.demo;

import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.chart.Trace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Made-up measurements that look like a plant's. */
public final class DemoTraces {
    private DemoTraces() {}

    /** Bearing temperature, vibration and flow over {@code span} up to {@code now}, with a gap and a spike. */
    public static List<Trace> pump(long now, Duration span, Duration interval) {
        Trace temperature = new Trace("bearing_temperature", "Bearing temperature", "°C", 1)
                .setInterval(interval)
                .setLimits(new MetricLimits(null, null, BigDecimal.valueOf(80), BigDecimal.valueOf(90)));
        Trace vibration = new Trace("vibration", "Vibration, drive end", "mm/s", 2).setInterval(interval);
        Trace winding = new Trace("winding_temperature", "Winding temperature", "°C", 1).setInterval(interval);
        Random random = new Random(7);
        long step = interval.toMillis();
        long count = span.toMillis() / step;
        double drift = 0;
        for (long i = count; i >= 0; i--) {
            long time = now - i * step;
            double part = 1 - i / (double) count;
            if (part > 0.42 && part < 0.48) {
                continue;
            }
            drift += random.nextGaussian() * 0.05;
            double cycle = Math.sin(part * Math.PI * 4);
            temperature.series().append(time, 66 + 7 * cycle + drift + random.nextGaussian() * 0.6 + 6 * part);
            winding.series().append(time, 58 + 5 * cycle + drift + random.nextGaussian() * 0.4);
            double spike = i == count / 4 ? 3.1 : 0;
            vibration.series().append(time, 2.4 + 0.3 * cycle + random.nextGaussian() * 0.12 + spike);
        }
        return List.of(temperature, vibration, winding);
    }
}
