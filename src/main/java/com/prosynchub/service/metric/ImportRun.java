package com.prosynchub.service.metric;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.service.metric.ImportReport.Outcome;
import com.prosynchub.service.metric.ReadingParser.RefusedException;
import com.prosynchub.service.metric.delimited.Row;
import com.prosynchub.service.metric.delimited.RowReader;
import com.prosynchub.service.metric.delimited.UnreadableFileException;
import com.prosynchub.service.metric.mapping.ImportMapping.MetricColumn;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One pass over a file, writing or not. For one thread, used once. */
final class ImportRun {
    private static final int BATCH = 1000;

    /** Under this name the counts of all files stand. */
    static final String SOURCE = "files";

    private final ImportRequest request;
    private final ImportTargets targets;
    private final ImportTally tally;
    private final ImportProgress progress;
    private final Clock clock;
    private final RecentSamples recent = new RecentSamples();
    private final List<IncomingSample> batch = new ArrayList<>(BATCH);
    private final List<RefusedValue> unreadable = new ArrayList<>();
    private final Map<String, String> units;
    private long refused;

    ImportRun(ImportRequest request, ImportTargets targets, ImportTally tally, ImportProgress progress, Clock clock) {
        this.request = request;
        this.targets = targets;
        this.tally = tally;
        this.progress = progress;
        this.clock = clock;
        Map<String, String> stated = new HashMap<>();
        for (MetricColumn column : request.mapping().metrics()) {
            if (column.unit() != null) {
                stated.put(column.name(), column.unit());
            }
        }
        this.units = Map.copyOf(stated);
    }

    /** Reads the file and writes nothing. */
    ImportReport check() {
        return run(0, (_, _) -> {});
    }

    /** Reads the file and stores batches, from after the checkpoint on. */
    ImportReport write(MetricIngest ingest, MetricHistoryRepository history) {
        try {
            Checkpoint checkpoint = Checkpoint.of(request);
            ImportReport report = run(checkpoint.line(history), (samples, line) -> {
                IngestCounts counts = ingest.ingest(SOURCE, samples, List.copyOf(unreadable), 0)
                        .counts();
                unreadable.clear();
                tally.stored(counts.accepted(), counts.duplicates());
                if (!samples.isEmpty()) {
                    IncomingSample last = samples.getLast();
                    checkpoint.save(line, last.assetId(), last.at());
                }
            });
            if (report.outcome() == Outcome.COMPLETED) {
                checkpoint.clear();
            }
            return report;
        } catch (IOException unwritable) {
            return tally.report(
                    Outcome.INTERRUPTED, targets, "The folder for checkpoints can not be used: " + unwritable, null);
        }
    }

    /** Takes a full batch; {@code line} is the last one that went into it. */
    @FunctionalInterface
    private interface Sink {
        void take(List<IncomingSample> samples, long line) throws IOException;
    }

    private ImportReport run(long resumeAfter, Sink sink) {
        try (RowReader rows = new RowReader(request.file(), request.mapping().format())) {
            ReadingParser parser = new ReadingParser(request.mapping(), rows.header(), clock.instant());
            return readAll(rows, parser, resumeAfter, sink);
        } catch (UnreadableFileException refused) {
            return tally.stopped(targets, String.valueOf(refused.getMessage()), null);
        } catch (IOException unreadable) {
            return tally.stopped(targets, "The file can not be read: " + unreadable.getMessage(), null);
        } catch (FailureException thrown) {
            return tally.stopped(
                    targets,
                    "A store did not take the data: " + thrown.failure().detail(),
                    thrown.failure());
        }
    }

    private ImportReport readAll(RowReader rows, ReadingParser parser, long resumeAfter, Sink sink) throws IOException {
        String unreadable = null;
        long line = 0;
        while (!progress.cancelled()) {
            Row row;
            try {
                row = rows.next();
            } catch (UnreadableFileException beyond) {
                unreadable = String.valueOf(beyond.getMessage());
                break;
            }
            if (row == null) {
                return finished(rows, line == 0 && resumeAfter == 0, line, sink);
            }
            if (row.line() > resumeAfter) {
                if (line == 0 && resumeAfter > 0) {
                    tally.resumedAt(row.line());
                }
                line = row.line();
                accept(parser.parse(row));
                if (batch.size() == BATCH) {
                    flush(sink, line);
                }
                tally.tell(rows.bytesRead(), false);
            }
        }
        flush(sink, line);
        return unreadable == null
                ? tally.report(Outcome.CANCELLED, targets, "The import was stopped.", null)
                : tally.stopped(targets, unreadable, null);
    }

    private ImportReport finished(RowReader rows, boolean empty, long line, Sink sink) throws IOException {
        flush(sink, line);
        tally.tell(rows.bytesRead(), true);
        return empty
                ? tally.report(Outcome.REFUSED, targets, "The file holds no rows.", null)
                : tally.report(Outcome.COMPLETED, targets, null, null);
    }

    private void accept(Reading reading) {
        tally.row();
        switch (reading) {
            case Reading.Fault fault -> refuse(fault.line(), null, fault.reason());
            case Reading.Sample sample -> {
                try {
                    UUID asset = targets.resolve(sample);
                    if (recent.repeats(asset, sample)) {
                        tally.repeated();
                    } else {
                        batch.add(new IncomingSample(asset, sample.time(), sample.values(), units));
                    }
                } catch (RefusedException bad) {
                    refuse(sample.line(), sample.time(), String.valueOf(bad.getMessage()));
                }
            }
        }
    }

    /** The report lists it, and so do the dead letters, up to as many. */
    private void refuse(long line, @Nullable Instant at, String reason) {
        tally.bad(line, reason);
        if (refused++ < ImportReport.MOST_LISTED) {
            String detail = request.file().getFileName() + ", line " + line + ": " + reason;
            unreadable.add(new RefusedValue(null, "", Double.NaN, null, at, Reason.UNREADABLE, detail));
        }
    }

    private void flush(Sink sink, long line) throws IOException {
        if (!batch.isEmpty() || !unreadable.isEmpty()) {
            sink.take(List.copyOf(batch), line);
            batch.clear();
        }
    }
}
