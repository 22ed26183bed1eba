package com.prosynchub.service.demo;

/**
 * A fault that comes back: it develops slowly, stays for a while and is then put right.
 *
 * @param gain what it adds to the metric when fully there
 * @param period hours from one to the next; 0 for one that never leaves
 * @param offset hours by which the periods are shifted
 * @param ramp hours in which it develops
 * @param hold hours for which it stays
 * @param recovery hours in which it goes
 */
record Fault(
        int asset,
        String metric,
        double gain,
        double period,
        double offset,
        double ramp,
        double hold,
        double recovery) {
    private static final double HOUR = 3_600_000;

    /** What it adds at a time. Metrics that share asset and times rise and fall together. */
    double at(long time) {
        long seed = asset * 7919L;
        if (period <= 0) {
            return gain * (0.97 + 0.03 * Noise.wander(seed, time, (long) (5 * HOUR)));
        }
        double turns = (time / HOUR - offset) / period;
        long turn = (long) Math.floor(turns);
        double length = ramp + hold + recovery;
        double late = 0.5 * (1 + Noise.at(seed, turn)) * 0.5 * Math.max(0, period - length);
        double strength = 0.9 + 0.15 * Noise.at(seed + 1, turn);
        return gain * strength * shape((turns - turn) * period - late);
    }

    private double shape(double hours) {
        if (hours < 0) {
            return 0;
        }
        if (hours < ramp) {
            return Math.pow(hours / ramp, 2.2);
        }
        if (hours < ramp + hold) {
            return 1;
        }
        return recovery <= 0 ? 0 : Math.max(0, 1 - (hours - ramp - hold) / recovery);
    }
}
