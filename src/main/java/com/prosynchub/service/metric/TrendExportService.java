package com.prosynchub.service.metric;

import com.prosynchub.data.LimitHistoryRepository;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.LimitVersion;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.metric.SampleExport.Written;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes samples as they were stored into a table for people: each with the limits that held then, and where a gap was. Of an
 * asset outside the person's places there are none. Workers only; safe for all of them.
 */
public final class TrendExportService {
    /** Rows that a sheet of a workbook holds, without its heading; a table of text holds no more. */
    public static final long LARGEST = 1_048_575;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    private final AccessGate gate;
    private final RecordSight sight;
    private final MetricHistoryRepository history;
    private final LimitHistoryRepository limits;

    public TrendExportService(
            AccessGate gate, RecordSight sight, MetricHistoryRepository history, LimitHistoryRepository limits) {
        this.gate = gate;
        this.sight = sight;
        this.history = history;
        this.limits = limits;
    }

    /** Writes a file; what stood there before is replaced only by a whole one. */
    public Written export(SampleExport export, Path file) {
        gate.require(Resource.METRIC, Action.EXPORT);
        if (!export.from().isBefore(export.to())) {
            throw new FailureException(Failure.Invalid.of("to", "order", "from"));
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            Written written;
            try {
                written = write(export, fresh);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return written;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Written write(SampleExport export, Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        try (out;
                SampleTable table =
                        switch (export.format()) {
                            case CSV -> SampleTable.csv(out);
                            case EXCEL -> SampleTable.workbook(out);
                        }) {
            table.row(List.copyOf(export.headings()));
            Rows rows = new Rows(export, table);
            for (SampleExport.Line line : export.lines()) {
                if (sight.shows(line.asset())) {
                    rows.begin(line, limits.during(line.asset(), line.metric(), export.from(), export.to()));
                    history.forEach(line.asset(), export.from(), export.to(), rows::take);
                }
            }
            return new Written(Math.min(rows.count, LARGEST), rows.count <= LARGEST);
        }
    }

    /** The rows of one export, line by line. One thread. */
    private static final class Rows {
        private final SampleExport export;
        private final SampleTable table;
        private SampleExport.@Nullable Line line;
        private List<LimitVersion> versions = List.of();
        private GapDetector gaps = new GapDetector();
        private @Nullable Instant before;
        private long count;

        private Rows(SampleExport export, SampleTable table) {
            this.export = export;
            this.table = table;
        }

        private void begin(SampleExport.Line next, List<LimitVersion> itsLimits) {
            line = next;
            versions = itsLimits;
            gaps = new GapDetector();
            before = null;
        }

        private void take(MetricSample sample) {
            SampleExport.Line current = line;
            Double value = current == null ? null : sample.metrics().get(current.metric());
            if (current == null || value == null) {
                return;
            }
            Instant at = sample.timestamp();
            Instant last = before;
            before = at;
            boolean gap = last != null && gaps.isGap(at.toEpochMilli() - last.toEpochMilli());
            write(current, at, value, gap ? "raw, after a gap" : "raw");
        }

        private void write(SampleExport.Line of, Instant at, double value, String quality) {
            if (++count > LARGEST) {
                return;
            }
            MetricLimits then = limitsAt(at);
            List<@Nullable Object> cells = Arrays.asList(
                    TIME.format(at.atZone(export.zone())),
                    of.assetName(),
                    of.metric(),
                    BigDecimal.valueOf(value),
                    of.unit(),
                    then.min(),
                    then.max(),
                    then.warning(),
                    then.critical(),
                    quality);
            try {
                table.row(cells);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        /** What was measured before the first limits is judged by them, as everywhere. */
        private MetricLimits limitsAt(Instant at) {
            for (LimitVersion version : versions) {
                Instant end = version.to();
                if (end == null || at.isBefore(end)) {
                    return version.limits();
                }
            }
            return MetricLimits.NONE;
        }
    }
}
