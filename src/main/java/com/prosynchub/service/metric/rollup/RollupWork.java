package com.prosynchub.service.metric.rollup;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricHistoryRepository.Span;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.model.metric.RollupMark;
import com.prosynchub.service.metric.rollup.Ranges.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Marks whole histories, and works marks off. Safe for all threads. */
final class RollupWork {
    private final MetricHistoryRepository history;
    private final MetricRollupRepository rollups;
    private final RollupBuilder builder;

    RollupWork(MetricHistoryRepository history, MetricRollupRepository rollups) {
        this.history = history;
        this.rollups = rollups;
        this.builder = new RollupBuilder(history, rollups);
    }

    static RollupWork on(DocumentStore documents) {
        return new RollupWork(documents.metricHistory(), documents.metricRollups());
    }

    MetricRollupRepository rollups() {
        return rollups;
    }

    /** Follows the work, and may stop it between two stretches. */
    interface Watch {
        /** Answers false to stop after so many of the marks. */
        boolean goOn(int marksDone);
    }

    /** Puts marks over each asset's whole history in place of the one over everything. */
    List<RollupMark> expand(RollupMark everything) {
        List<RollupMark> marks = mark(history.assets(), everything.createdAt());
        rollups.unmark(List.of(everything));
        return marks;
    }

    /** Marks the whole history of these assets. */
    List<RollupMark> mark(Collection<UUID> assets, Instant now) {
        List<RollupMark> marks = new ArrayList<>();
        for (UUID asset : assets) {
            history.span(asset).ifPresent(span -> marks.addAll(rollups.mark(pieces(asset, span, now))));
        }
        return marks;
    }

    /** One mark for each stretch that is worked off as a whole, so that an interruption costs no more than one. */
    private static List<RollupMark> pieces(UUID asset, Span span, Instant now) {
        List<RollupMark> pieces = new ArrayList<>();
        long end = RollupLevel.SLOT.ceil(span.last().toEpochMilli() + 1);
        for (long at = RollupLevel.SLOT.floor(span.first().toEpochMilli()); at < end; ) {
            long next = Math.min(end, afterPiece(at));
            pieces.add(new RollupMark(
                    null, asset, Instant.ofEpochMilli(at), Instant.ofEpochMilli(next), RollupMark.Reason.HISTORY, now));
            at = next;
        }
        return pieces;
    }

    private static long afterPiece(long time) {
        return RollupLevel.DAYS_32.floor(time) + RollupLevel.DAYS_32.width();
    }

    private record Piece(UUID asset, long block) {}

    /** Sums up what is marked and takes the marks away, stretch by stretch. */
    void off(Collection<RollupMark> marks, Watch watch) {
        Map<Piece, List<RollupMark>> pieces = new LinkedHashMap<>();
        for (RollupMark mark : marks) {
            long block = RollupLevel.DAYS_32.floor(mark.from().toEpochMilli());
            pieces.computeIfAbsent(new Piece(mark.assetId(), block), _ -> new ArrayList<>())
                    .add(mark);
        }
        int done = 0;
        for (Map.Entry<Piece, List<RollupMark>> piece : pieces.entrySet()) {
            if (!watch.goOn(done)) {
                return;
            }
            UUID asset = piece.getKey().asset();
            Ranges.of(piece.getValue()).list().forEach(range -> build(asset, range));
            rollups.unmark(piece.getValue());
            done += piece.getValue().size();
        }
        watch.goOn(done);
    }

    private void build(UUID asset, Range range) {
        for (long at = range.from(); at < range.to(); ) {
            long end = Math.min(range.to(), afterPiece(at));
            builder.build(asset, at, end);
            at = end;
        }
    }
}
