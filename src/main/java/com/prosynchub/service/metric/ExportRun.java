package com.prosynchub.service.metric;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.metric.mapping.ColumnRef;
import com.prosynchub.service.metric.mapping.ImportMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One export under way. For one thread, used once. */
final class ExportRun {
    private static final int TELL_EVERY = 2000;

    private final ExportRequest request;
    private final MetricHistoryRepository history;
    private final ImportProgress progress;
    private final ExportLayout layout;
    private final RowWriter writer;
    private final long start = System.nanoTime();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable String reason;
    private long rows;
    private long assetsWritten;
    private long assetsSeen;

    ExportRun(
            ExportRequest request,
            ImportMapping mapping,
            MetricHistoryRepository history,
            Writer out,
            ImportProgress progress)
            throws IOException {
        this.request = request;
        this.history = history;
        this.progress = progress;
        layout = new ExportLayout(mapping, request.metrics());
        writer = new RowWriter(out, mapping.format());
        reason = layout.problem().orElse(null);
        if (reason == null) {
            writer.skippedLines();
            if (mapping.format().header()) {
                writer.write(layout.header());
            }
        }
    }

    /** Writes one asset's samples; answers false when the export is at its end. */
    boolean write(UUID id, @Nullable Asset asset) throws IOException {
        if (reason != null) {
            return false;
        }
        assetsSeen++;
        Optional<Map<ColumnRef, String>> cells = asset == null ? Optional.empty() : layout.cellsOf(asset);
        if (cells.isEmpty()) {
            leftOut.add(
                    asset == null
                            ? "There is no asset " + id + "."
                            : "“" + asset.name() + "” does not fit the mapping's asset.name and asset.serial.");
            return true;
        }
        assetsWritten++;
        try {
            history.forEach(id, request.from(), request.to(), sample -> writeSample(cells.get(), sample));
        } catch (Stop stop) {
            reason = stop.getMessage();
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        tell();
        return reason == null;
    }

    private void writeSample(Map<ColumnRef, String> asset, MetricSample sample) {
        Optional<List<String>> row = layout.row(asset, sample);
        if (row.isEmpty()) {
            return;
        }
        if (!writer.fits(row.get())) {
            throw new Stop(
                    "The sample of " + sample.timestamp() + " lacks a value or has a name with blanks, which columns"
                            + " separated by blanks can not hold: name a sign in the key"
                            + " missing, or take another separator.");
        }
        try {
            writer.write(row.get());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        if (++rows % TELL_EVERY == 0) {
            tell();
            if (progress.cancelled()) {
                throw new Stop("The export was stopped.");
            }
        }
    }

    private void tell() {
        double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
        double done = (double) assetsSeen / Math.max(1, request.assets().size());
        progress.at(new ImportProgress.State(false, rows, rows, 0, 0, done, rows / seconds, null));
    }

    ExportReport report(@Nullable String mappingText) {
        return new ExportReport(rows, assetsWritten, leftOut, mappingText, reason, null);
    }

    /** Ends the reading of the history from inside. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop(String reason) {
            super(reason, null, false, false);
        }
    }
}
