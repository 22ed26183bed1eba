package com.prosynchub.model.asset;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Health of an asset: 100 less the penalties, each of which has a cap.
 *
 * <table>
 * <caption>Penalties</caption>
 * <tr><th>name</th><th>points</th><th>cap</th></tr>
 * <tr><td>{@code LIMITS}</td><td>30 for each metric beyond its critical limit, 15 outside its band, 5 beyond its warning
 * limit</td><td>50</td></tr>
 * <tr><td>{@code MAINTENANCE}</td><td>5 when due, and 1 for each week since</td><td>15</td></tr>
 * <tr><td>{@code FAILURES}</td><td>4 for each corrective work order of the last twelve months</td><td>20</td></tr>
 * <tr><td>{@code AGE}</td><td>2 past the expected lifetime, and 1 for each quarter since</td><td>10</td></tr>
 * <tr><td>{@code SILENCE}</td><td>10 times the share of its metrics that are silent, at least 1</td><td>10</td></tr>
 * </table>
 *
 * @param penalties above zero, by name
 */
public record HealthScore(int score, Map<Penalty, Integer> penalties) {
    private static final int FULL = 100;

    public HealthScore {
        penalties = Map.copyOf(penalties);
    }

    /** What takes points, and at most how many. */
    public enum Penalty {
        LIMITS(50),
        MAINTENANCE(15),
        FAILURES(20),
        AGE(10),
        SILENCE(10);

        private final int cap;

        Penalty(int cap) {
            this.cap = cap;
        }

        /** The most that it takes. */
        public int cap() {
            return cap;
        }
    }

    /** The health that follows from these. */
    public static HealthScore of(HealthInputs in) {
        Map<Penalty, Integer> taken = new LinkedHashMap<>();
        int left = FULL;
        for (Penalty penalty : Penalty.values()) {
            int points = (int) Math.clamp(points(penalty, in), 0L, penalty.cap);
            if (points > 0) {
                taken.put(penalty, points);
                left -= points;
            }
        }
        return new HealthScore(Math.max(0, left), taken);
    }

    private static long points(Penalty penalty, HealthInputs in) {
        return switch (penalty) {
            case LIMITS -> 30L * in.critical() + 15L * in.high() + 5L * in.medium();
            case MAINTENANCE -> in.overdueDays() == 0 ? 0 : 5 + in.overdueDays() / 7;
            case FAILURES -> 4L * in.failures();
            case AGE -> in.monthsPastLife() == 0 ? 0 : 2 + in.monthsPastLife() / 3;
            case SILENCE -> in.silent() == 0 ? 0 : Math.max(1, 10L * in.silent() / Math.max(1, in.measured()));
        };
    }
}
