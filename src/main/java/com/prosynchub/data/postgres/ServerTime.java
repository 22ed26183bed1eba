package com.prosynchub.data.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What time it is on the database server. Between two readings it goes on by the processor's own count, so the
 * workstation's clock may be wrong, or set while the program runs, without anybody noticing. Any thread.
 */
final class ServerTime implements InstantSource {
    private final LongSupplier nanos;
    private volatile Reading reading;

    /** @param heard the server's time just now */
    ServerTime(Instant heard) {
        this(heard, System::nanoTime);
    }

    ServerTime(Instant heard, LongSupplier nanos) {
        this.nanos = nanos;
        reading = new Reading(heard, nanos.getAsLong());
    }

    /** The server's time and the processor's count at that moment. */
    private record Reading(Instant server, long count) {
        Instant at(long now) {
            return server.plusNanos(now - count);
        }
    }

    /** The processor's count, to be taken before the server is asked. */
    long count() {
        return nanos.getAsLong();
    }

    /**
     * Takes a reading over, unless the clock is as near to it as the way there and back allows to tell.
     *
     * @param asked the count when the question was sent; the answer has just arrived
     */
    void heard(Instant server, long asked) {
        long answered = nanos.getAsLong();
        long halfWay = (answered - asked) / 2;
        Reading next = new Reading(server, asked + halfWay);
        Duration off = Duration.between(reading.at(answered), next.at(answered)).abs();
        if (off.compareTo(Duration.ofNanos(halfWay)) > 0) {
            reading = next;
        }
    }

    @Override
    public Instant instant() {
        return reading.at(nanos.getAsLong());
    }
}
