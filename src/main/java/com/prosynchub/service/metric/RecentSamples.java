package com.prosynchub.service.metric;

import com.prosynchub.service.metric.ReadingParser.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Remembers the last few thousand rows, to tell repeated ones from contradicting ones. For one thread. */
final class RecentSamples {
    private static final int MOST = 5000;

    private final Map<Key, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Seen> eldest) {
            return size() > MOST;
        }
    };

    private record Key(UUID asset, long millis) {}

    private record Seen(long line, Map<String, Double> values) {}

    /** Whether the row repeats one before to the letter; refuses one that says something else of the same instant. */
    boolean repeats(UUID asset, Reading.Sample sample) throws RefusedException {
        Key key = new Key(asset, sample.time().toEpochMilli());
        Seen before = seen.putIfAbsent(key, new Seen(sample.line(), sample.values()));
        if (before == null) {
            return false;
        }
        if (!before.values.equals(sample.values())) {
            throw new RefusedException("the same asset and time stand in line " + before.line + " with other values");
        }
        return true;
    }
}
