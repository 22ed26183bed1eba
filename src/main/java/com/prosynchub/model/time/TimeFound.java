package com.prosynchub.model.time;

import java.time.Duration;
import java.time.Instant;

/** What words about time came to mean. */
public sealed interface TimeFound {
    /**
     * A stretch of time.
     *
     * @param live whether it goes on with the present, such as the last eight hours
     */
    record Range(Instant from, Instant to, boolean live) implements TimeFound {
        public Range {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a range ends after it begins: " + from + ".." + to);
            }
        }

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** Since something was reported: the words that name the work order, which somebody has to look up. */
    record SinceOrder(String words) implements TimeFound {}
}
