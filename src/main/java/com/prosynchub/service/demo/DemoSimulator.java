package com.prosynchub.service.demo;

import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.service.metric.IngestBuffer;
import com.prosynchub.service.metric.MetricIngest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the demo plant measuring: every period one sample of every live asset, through the way in that real values take.
 * Runs in the hosting process only. What was not measured while the program was off stays a gap; what was measured while a
 * store was away waits and goes in when the store is back. Runs on the scheduler given.
 */
public final class DemoSimulator implements AutoCloseable {
    /** Time from sample to sample. */
    public static final Duration PERIOD = Duration.ofSeconds(2);

    /** Its name among the sources. */
    public static final String SOURCE = "simulator";

    private final DemoHistory history;
    private final IngestBuffer buffer;
    private final ScheduledExecutorService scheduler;
    private final Clock clock;
    private List<ScheduledFuture<?>> beats = List.of();

    public DemoSimulator(DemoHistory history, MetricIngest ingest, ScheduledExecutorService scheduler, Clock clock) {
        this.history = history;
        this.buffer = new IngestBuffer(ingest, SOURCE, IngestBuffer.MOST, clock);
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Begins to measure; starting twice is harmless. */
    public synchronized void start() {
        if (beats.isEmpty()) {
            long period = PERIOD.toMillis();
            // A delay, not a rate: after the computer slept there is nothing to catch up with.
            // Measuring goes on while bringing in waits for a store.
            beats = List.of(
                    scheduler.scheduleWithFixedDelay(this::measure, 0, period, TimeUnit.MILLISECONDS),
                    scheduler.scheduleWithFixedDelay(buffer::drain, 0, period / 4, TimeUnit.MILLISECONDS));
        }
    }

    /** Stops after the sample under way. */
    @Override
    public synchronized void close() {
        beats.forEach(beat -> beat.cancel(false));
        beats = List.of();
    }

    /** Measures once. */
    void measure() {
        long period = PERIOD.toMillis();
        Instant now = Instant.ofEpochMilli(Math.floorDiv(clock.millis(), period) * period);
        List<IncomingSample> samples = history.instrumented().stream()
                .filter(history::live)
                .map(asset -> IncomingSample.of(history.sample(asset, now)))
                .toList();
        buffer.offer(samples);
    }

    /** What waits for a store. */
    public IngestBuffer.State state() {
        return buffer.state();
    }
}
