package com.prosynchub.service.metric;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.IncomingSample;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a live source and the way in: what was measured while a store is away waits here, in order, and goes in
 * when the store is back. It holds so many samples and no more; beyond that the oldest are let go, counted, and told with
 * the next batch. {@link #offer} never waits, {@link #drain} does. Any thread.
 */
public final class IngestBuffer {
    /** About six hours of a plant that measures five times a second. */
    public static final int MOST = 100_000;

    /** Large, since what a batch costs the relational store hardly grows with it: one value of each metric. */
    private static final int BATCH = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(IngestBuffer.class);

    private final MetricIngest ingest;
    private final String source;
    private final int most;
    private final Clock clock;
    private final Object draining = new Object();
    private final Deque<IncomingSample> waiting = new ArrayDeque<>();
    private long lost;
    private long lostInAll;
    private @Nullable Instant stoppedSince;

    public IngestBuffer(MetricIngest ingest, String source, int most, Clock clock) {
        this.ingest = ingest;
        this.source = source;
        this.most = most;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param waiting samples that are held
     * @param lost samples that were let go since the start
     * @param stoppedSince when a store stopped taking them; null while they go in
     */
    public record State(int waiting, long lost, @Nullable Instant stoppedSince) {}

    /** Takes samples; they go in with the next {@link #drain}. */
    public synchronized void offer(Collection<IncomingSample> samples) {
        waiting.addAll(samples);
        while (waiting.size() > most) {
            waiting.removeFirst();
            lost++;
            lostInAll++;
        }
    }

    /** Brings in what waits, oldest first, until nothing does or a store does not take it. */
    public void drain() {
        synchronized (draining) {
            List<IncomingSample> batch = next();
            while (!batch.isEmpty()) {
                if (!bring(batch)) {
                    return;
                }
                batch = next();
            }
        }
    }

    private boolean bring(List<IncomingSample> batch) {
        long gone = takeLost();
        try {
            ingest.ingest(source, batch, List.of(), gone);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Unavailable) {
                giveBack(batch, gone);
                stopped(e.failure().detail());
                return false;
            }
            // What a store refuses for good must not stand in the way of all that follows.
            LOG.error("A batch of {} was refused", source, e);
            giveBack(List.of(), gone + batch.size());
            return true;
        } catch (RuntimeException fault) {
            // A fault of the program loses nothing, and must not end the beat that drains: it is tried again.
            giveBack(batch, gone);
            stopped(fault.toString());
            return false;
        }
        goesOn();
        return true;
    }

    private synchronized List<IncomingSample> next() {
        List<IncomingSample> batch = new ArrayList<>(Math.min(BATCH, waiting.size()));
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.removeFirst());
        }
        return batch;
    }

    private synchronized long takeLost() {
        long gone = lost;
        lost = 0;
        return gone;
    }

    private synchronized void giveBack(List<IncomingSample> batch, long gone) {
        for (IncomingSample sample : batch.reversed()) {
            waiting.addFirst(sample);
        }
        lost += gone;
        offer(List.of());
    }

    private synchronized void stopped(String why) {
        if (stoppedSince == null) {
            stoppedSince = clock.instant();
            LOG.warn("Values of {} wait: {}", source, why);
        }
    }

    private synchronized void goesOn() {
        if (stoppedSince != null) {
            LOG.info("Values of {} go in again; {} were let go in all.", source, lostInAll);
            stoppedSince = null;
        }
    }

    /** How it stands just now. */
    public synchronized State state() {
        return new State(waiting.size(), lostInAll, stoppedSince);
    }
}
