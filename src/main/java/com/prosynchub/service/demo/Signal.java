package com.prosynchub.service.demo;

import java.util.List;

/**
 * One metric of the demo plant as a function of time.
 *
 * @param asset number of the asset
 * @param base value in the middle of its range
 * @param swing how far its course takes it from there
 * @param noise how far it jumps from sample to sample
 */
record Signal(int asset, String metric, double base, double swing, double noise, Profile profile, List<Fault> faults) {
    private static final long SECOND = 1000;
    private static final double IDLE = 0.03;

    Signal {
        faults = List.copyOf(faults);
    }

    /** The value at a time; {@code hour} is the site's hour of the day then. */
    double at(long time, double hour) {
        long seed = asset * 1_000_003L + metric.hashCode();
        double value = base
                + swing * profile.course(seed, time, hour)
                + 0.25 * swing * Noise.wander(seed + 11, time, 36 * 3600 * SECOND)
                + noise
                        * (0.6 * Noise.wander(seed + 23, time, 20 * SECOND)
                                + 0.4 * Noise.bell(seed + 31, time / SECOND));
        for (Fault f : faults) {
            value += f.at(time);
        }
        double running = profile.running(hour);
        return rounded(bounded(running * value + (1 - running) * IDLE * base));
    }

    private double bounded(double value) {
        return switch (profile) {
            case FILL -> Math.clamp(value, 0, 100);
            case POSITIVE -> Math.max(0, value);
            case STEADY, RUN, WARM, COLD, SHIFT -> metric.equals("humidity") ? Math.min(100, value) : value;
        };
    }

    /** No instrument shows more digits than it knows. */
    private double rounded(double value) {
        double size = Math.abs(base);
        double steps = size >= 1000 ? 1 : size >= 100 ? 10 : size >= 1 ? 100 : 1000;
        return Math.round(value * steps) / steps;
    }
}
