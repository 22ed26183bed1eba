package com.prosynchub.service.metric;

import com.prosynchub.data.SiteIngest;
import com.prosynchub.model.asset.HealthScore;
import com.prosynchub.model.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices metrics from which nothing comes any more: that no sample arrives is the one thing that no sample tells. Once per
 * site, on the scheduler given.
 */
public final class SilenceWatch implements AutoCloseable {
    /** How late silence may be noticed. */
    public static final Duration PERIOD = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

    private final SiteIngest store;
    private @Nullable ScheduledFuture<?> beat;

    public SilenceWatch(SiteIngest store) {
        this.store = store;
    }

    /** Begins to watch. */
    public synchronized void start(ScheduledExecutorService scheduler) {
        long period = PERIOD.toMillis();
        beat = scheduler.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
    }

    /** Looks once. */
    void look() {
        try {
            int assets = store.noteSilence(inputs -> HealthScore.of(inputs).score());
            if (assets > 0) {
                LOG.info("Nothing is heard any more from metrics of {} assets.", assets);
            }
        } catch (FailureException e) {
            // The health check says that the store is away; the next look is soon.
            LOG.debug("Silence could not be noted: {}", e.failure().detail());
        }
    }

    @Override
    public synchronized void close() {
        if (beat != null) {
            beat.cancel(false);
            beat = null;
        }
    }
}
