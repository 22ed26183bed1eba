package com.prosynchub.service.metric;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.metric.ImportReport.Outcome;
import com.prosynchub.service.metric.ImportReport.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts while an import runs. For one thread. */
final class ImportTally {
    private static final long BETWEEN_REPORTS = 200_000_000L;

    private final ImportRequest request;
    private final ImportProgress progress;
    private final long size;
    private final boolean checking;
    private final long start = System.nanoTime();
    private final List<Refusal> badRows = new ArrayList<>();
    private long lastReport = start - BETWEEN_REPORTS;
    private long rows;
    private long stored;
    private long duplicates;
    private long bad;
    private long resumedAt;

    ImportTally(ImportRequest request, ImportProgress progress, long size, boolean checking) {
        this.request = request;
        this.progress = progress;
        this.size = size;
        this.checking = checking;
    }

    void row() {
        rows++;
    }

    void bad(long line, String reason) {
        bad++;
        if (badRows.size() < ImportReport.MOST_LISTED) {
            badRows.add(new Refusal(line, reason));
        }
    }

    void repeated() {
        duplicates++;
    }

    void stored(long fresh, long known) {
        stored += fresh;
        duplicates += known;
    }

    void resumedAt(long line) {
        resumedAt = line;
    }

    long badCount() {
        return bad;
    }

    /** Tells the watcher now and then. */
    void tell(long bytesRead, boolean now) {
        long nanos = System.nanoTime();
        if (!now && nanos - lastReport < BETWEEN_REPORTS) {
            return;
        }
        lastReport = nanos;
        double seconds = Math.max(1e-3, (nanos - start) / 1e9);
        double done = size == 0 ? 1 : Math.min(1, (double) bytesRead / size);
        Duration left = done < 0.001 ? null : Duration.ofMillis((long) (seconds * 1000 * (1 - done) / done));
        progress.at(new ImportProgress.State(checking, rows, stored, duplicates, bad, done, rows / seconds, left));
    }

    /** Ended early: refused when nothing came of it yet, else interrupted. */
    ImportReport stopped(ImportTargets targets, String reason, @Nullable Failure failure) {
        return report(rows == 0 && failure == null ? Outcome.REFUSED : Outcome.INTERRUPTED, targets, reason, failure);
    }

    ImportReport report(Outcome outcome, ImportTargets targets, @Nullable String reason, @Nullable Failure failure) {
        return new ImportReport(
                outcome,
                request.dryRun(),
                rows,
                rows - bad,
                stored,
                duplicates,
                bad,
                badRows,
                targets.createdAssets(),
                targets.createdAssetCount(),
                targets.createdMetricCount(),
                targets.createdTypes(),
                resumedAt,
                Duration.ofNanos(System.nanoTime() - start),
                reason,
                failure);
    }
}
