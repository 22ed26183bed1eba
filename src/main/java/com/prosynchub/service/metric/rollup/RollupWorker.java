package com.prosynchub.service.metric.rollup;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricHistoryRepository.Span;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.data.RollupHolds;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.model.metric.RollupMark;
import com.prosynchub.service.metric.rollup.Ranges.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final MetricHistoryRepository history;
    private final MetricRollupRepository rollups;
    private final RollupBuilder builder;
    private final LongSupplier nanos;
    private final Map<String, Long> seen = new HashMap<>();
    private @Nullable ScheduledFuture<?> beat;
    private volatile boolean closed;
    private boolean silent;

    /** Does nothing before it is started. */
    public RollupWorker(DocumentStore documents) {
        this(documents.metricHistory(), documents.metricRollups(), System::nanoTime);
    }

    RollupWorker(MetricHistoryRepository history, MetricRollupRepository rollups, LongSupplier nanos) {
        this.history = history;
        this.rollups = rollups;
        this.builder = new RollupBuilder(history, rollups);
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
        List<RollupMark> marks = rollups.oldestMarks(AT_ONCE);
        seen.keySet().retainAll(marks.stream().map(RollupWorker::id).collect(Collectors.toSet()));
        List<RollupMark> ripe = new ArrayList<>();
        for (RollupMark mark : marks) {
            if (mark.assetId().equals(RollupMark.EVERY_ASSET)) {
                ripe.addAll(expand(mark));
            } else if (isRipe(mark)) {
                ripe.add(mark);
            }
        }
        workOff(ripe);
    }

    private boolean isRipe(RollupMark mark) {
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

    /** Puts marks over each asset's whole history in place of the one over everything; nobody else relies on them. */
    private List<RollupMark> expand(RollupMark everything) {
        List<RollupMark> marks = new ArrayList<>();
        history.assets().forEach(asset -> marks.addAll(markAll(asset, everything.createdAt())));
        rollups.unmark(List.of(everything));
        return marks;
    }

    private List<RollupMark> markAll(UUID asset, Instant now) {
        return history.span(asset)
                .map(span -> rollups.mark(pieces(asset, span, now)))
                .orElse(List.of());
    }

    /** One mark for each stretch that is worked off as a whole, so that an interruption costs no more than one. */
    private static List<RollupMark> pieces(UUID asset, Span span, Instant now) {
        List<RollupMark> pieces = new ArrayList<>();
        long end = RollupLevel.SLOT.ceil(span.last().toEpochMilli() + 1);
        for (long at = RollupLevel.SLOT.floor(span.first().toEpochMilli()); at < end; ) {
            long next = Math.min(end, RollupLevel.DAYS_32.floor(at) + RollupLevel.DAYS_32.width());
            pieces.add(new RollupMark(null, asset, Instant.ofEpochMilli(at), Instant.ofEpochMilli(next), now));
            at = next;
        }
        return pieces;
    }

    private record Piece(UUID asset, long block) {}

    private void workOff(List<RollupMark> marks) {
        Map<Piece, List<RollupMark>> pieces = new LinkedHashMap<>();
        for (RollupMark mark : marks) {
            long block = RollupLevel.DAYS_32.floor(mark.from().toEpochMilli());
            pieces.computeIfAbsent(new Piece(mark.assetId(), block), _ -> new ArrayList<>())
                    .add(mark);
        }
        for (Map.Entry<Piece, List<RollupMark>> piece : pieces.entrySet()) {
            if (closed) {
                return;
            }
            UUID asset = piece.getKey().asset();
            Ranges.of(piece.getValue()).list().forEach(range -> build(asset, range));
            rollups.unmark(piece.getValue());
        }
    }

    private void build(UUID asset, Range range) {
        long most = RollupLevel.DAYS_32.width();
        for (long at = range.from(); at < range.to(); ) {
            long end = Math.min(range.to(), RollupLevel.DAYS_32.floor(at) + most);
            builder.build(asset, at, end);
            at = end;
        }
    }
}
