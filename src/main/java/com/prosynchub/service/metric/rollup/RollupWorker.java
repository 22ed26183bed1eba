package com.prosynchub.service.metric.rollup;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RollupHolds;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.RollupMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the marks behind whoever stores samples, once per site. It leaves a mark alone until it has seen it for
 * {@link RollupHolds#REST} by its own clock, for so long a writer may rely on it; two workers do no harm. Runs on the
 * scheduler given.
 */
public final class RollupWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RollupWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int AT_ONCE = 5_000;

    /** A mark that ends within this from now lies where samples still come in. */
    private static final Duration FILLING = Duration.ofHours(1);

    private final RollupWork work;
    private final LongSupplier nanos;
    private final Map<String, Long> seen = new HashMap<>();
    private @Nullable ScheduledFuture<?> beat;
    private volatile boolean closed;
    private boolean silent;

    /** Does nothing before it is started. */
    public RollupWorker(DocumentStore documents) {
        this(RollupWork.on(documents), System::nanoTime);
    }

    RollupWorker(RollupWork work, LongSupplier nanos) {
        this.work = work;
        this.nanos = nanos;
    }

    /** Begins to work; starting twice is harmless. */
    public synchronized void start(ScheduledExecutorService scheduler) {
        if (beat == null) {
            beat = scheduler.scheduleWithFixedDelay(this::workSafely, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Stops after the stretch under way. */
    @Override
    public synchronized void close() {
        closed = true;
        if (beat != null) {
            beat.cancel(false);
            beat = null;
        }
    }

    private void workSafely() {
        try {
            work();
            silent = false;
        } catch (FailureException thrown) {
            if (!silent) {
                LOG.warn(
                        "History is not summed up for now: {}", thrown.failure().detail());
                silent = true;
            }
        }
    }

    /** Works off what is ripe. For one thread at a time. */
    void work() {
        List<RollupMark> marks = work.rollups().oldestMarks(AT_ONCE);
        seen.keySet().retainAll(marks.stream().map(RollupWorker::id).collect(Collectors.toSet()));
        List<RollupMark> ripe = new ArrayList<>();
        for (RollupMark mark : marks) {
            if (mark.assetId().equals(RollupMark.EVERY_ASSET)) {
                ripe.addAll(work.expand(mark));
            } else if (isRipe(mark)) {
                ripe.add(mark);
            }
        }
        work.off(ripe, _ -> !closed);
    }

    private boolean isRipe(RollupMark mark) {
        if (mark.reason() == RollupMark.Reason.HISTORY) {
            return true;
        }
        long now = nanos.getAsLong();
        Duration age = Duration.ofNanos(now - seen.computeIfAbsent(id(mark), _ -> now));
        if (age.compareTo(RollupHolds.REST) < 0) {
            return false;
        }
        // Only spares work: a slot that still fills is summed up when it is over. It is later now than this says.
        Instant atLeast = mark.createdAt().plus(age);
        return !mark.to().isAfter(atLeast) || mark.to().isAfter(atLeast.plus(FILLING));
    }

    private static String id(RollupMark mark) {
        return String.valueOf(mark.id());
    }
}
