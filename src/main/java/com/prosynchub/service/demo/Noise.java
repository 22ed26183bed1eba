package com.prosynchub.service.demo;

/** Randomness without state: the same seed and time always give the same number, however often and wherever asked. */
final class Noise {
    private Noise() {}

    /** Even between -1 and 1. */
    static double at(long seed, long step) {
        long z = seed * 0x9E3779B97F4A7C15L + step * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >> 11) * 0x1.0p-52;
    }

    /** Bell-shaped about 0, standard deviation about 1, never beyond 3. */
    static double bell(long seed, long step) {
        return at(seed, step) + at(seed + 1, step) + at(seed + 2, step);
    }

    /** Wanders between -1 and 1, with a new direction about every {@code period} milliseconds. */
    static double wander(long seed, long time, long period) {
        long step = Math.floorDiv(time, period);
        double within = (double) Math.floorMod(time, period) / period;
        double eased = within * within * (3 - 2 * within);
        return at(seed, step) * (1 - eased) + at(seed, step + 1) * eased;
    }
}
