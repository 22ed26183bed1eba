package com.prosynchub.service.demo;

/** How a metric of the demo plant moves over the day. */
enum Profile {
    /** Held by a controller: hardly moves. */
    STEADY,
    /** Follows production: less at night, short dips when the shift changes. */
    RUN,
    /** Warms up over the day, hours behind. */
    WARM,
    /** Held cold, with defrosting every six hours. */
    COLD,
    /** Of a machine that stands from 23 to 5 o'clock. */
    SHIFT,
    /** A level that fills and drains. */
    FILL,
    /** Wanders above zero. */
    POSITIVE;

    private static final double DAY = 24;
    private static final long MINUTE = 60_000;
    private static final double FILL_HOURS = 7.3;

    /** Where in its range the metric is, -1 to 1. {@code hour} is the site's hour of the day with its fraction. */
    double course(long seed, long time, double hour) {
        double course =
                switch (this) {
                    case STEADY -> 0.5 * wave(hour, 9) + 0.5 * Noise.wander(seed, time, 40 * MINUTE);
                    case RUN -> 0.55 * wave(hour, 7) - shiftChange(hour) + 0.35 * Noise.wander(seed, time, 25 * MINUTE);
                    case WARM -> 0.7 * wave(hour, 10) + 0.3 * Noise.wander(seed, time, 180 * MINUTE);
                    case COLD -> 0.45 * wave(hour, 9) + defrost(hour) + 0.25 * Noise.wander(seed, time, 50 * MINUTE);
                    case SHIFT, POSITIVE -> Noise.wander(seed, time, 35 * MINUTE);
                    case FILL -> fill(seed, time);
                };
        return Math.clamp(course, -1, 1);
    }

    /** How much of the machine runs: 1 but for {@link #SHIFT} at night. */
    double running(double hour) {
        if (this != SHIFT) {
            return 1;
        }
        double start = Math.clamp((hour - 5) * 5, 0, 1);
        double stop = Math.clamp((23 - hour) * 5, 0, 1);
        return Math.min(start, stop);
    }

    private static double wave(double hour, double risesAt) {
        return Math.sin(2 * Math.PI * (hour - risesAt) / DAY);
    }

    private static double shiftChange(double hour) {
        double after = (hour + 2) % 8;
        return after < 0.4 ? 0.8 * Math.sin(Math.PI * after / 0.4) : 0;
    }

    private static double defrost(double hour) {
        double after = hour % 6;
        return after < 0.5 ? 0.5 * Math.sin(Math.PI * after / 0.5) : 0;
    }

    private static double fill(long seed, long time) {
        double turn = time / (FILL_HOURS * 60 * MINUTE) + 0.5 * Noise.at(seed, 0) + 0.5;
        double part = turn - Math.floor(turn);
        return part < 0.62 ? 2 * part / 0.62 - 1 : 1 - 2 * (part - 0.62) / 0.38;
    }
}
