package com.prosynchub.service.demo;

import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.metric.MetricIngest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the demo plant measuring: every period one sample of every live asset, through the way in that real values take.
 * Runs in the hosting process only. What was not measured while the program was off stays a gap. While a store is away it
 * skips, says so once, and goes on when the store is back. Runs on the scheduler given.
 */
public final class DemoSimulator implements AutoCloseable {
    /** Time from sample to sample. */
    public static final Duration PERIOD = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(DemoSimulator.class);

    private final DemoHistory history;
    private final MetricIngest ingest;
    private final ScheduledExecutorService scheduler;
    private final Clock clock;
    private @Nullable ScheduledFuture<?> beat;
    private boolean silent;

    public DemoSimulator(DemoHistory history, MetricIngest ingest, ScheduledExecutorService scheduler, Clock clock) {
        this.history = history;
        this.ingest = ingest;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Begins to measure; starting twice is harmless. */
    public synchronized void start() {
        if (beat == null) {
            long period = PERIOD.toMillis();
            // A delay, not a rate: after the computer slept there is nothing to catch up with.
            beat = scheduler.scheduleWithFixedDelay(this::measure, 0, period, TimeUnit.MILLISECONDS);
        }
    }

    /** Stops after the sample under way. */
    @Override
    public synchronized void close() {
        if (beat != null) {
            beat.cancel(false);
            beat = null;
        }
    }

    /** Measures once. */
    void measure() {
        long period = PERIOD.toMillis();
        Instant now = Instant.ofEpochMilli(Math.floorDiv(clock.millis(), period) * period);
        List<MetricSample> samples = history.instrumented().stream()
                .filter(history::live)
                .map(asset -> history.sample(asset, now))
                .toList();
        try {
            ingest.ingest(samples);
            if (silent) {
                LOG.info("The demo plant measures again.");
                silent = false;
            }
        } catch (FailureException e) {
            if (!silent) {
                LOG.warn(
                        "The demo plant's values are lost for now: {}",
                        e.failure().detail());
                silent = true;
            }
        }
    }
}
