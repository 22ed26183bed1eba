package com.prosynchub.service.metric;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.metric.ImportReport.Outcome;
import com.prosynchub.service.metric.delimited.Row;
import com.prosynchub.service.metric.delimited.RowReader;
import com.prosynchub.service.metric.delimited.UnreadableFileException;
import com.prosynchub.service.metric.mapping.ImportMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings measured values from delimited files into the plant. Importing a file twice changes nothing; an interrupted
 * import goes on when it is run again. Any worker.
 */
public final class MetricImportService {
    private final AccessGate gate;
    private final RelationalSession session;
    private final MetricIngest ingest;
    private final MetricHistoryRepository history;
    private final Clock clock;

    public MetricImportService(
            AccessGate gate,
            RelationalSession session,
            MetricIngest ingest,
            MetricHistoryRepository history,
            Clock clock) {
        this.gate = gate;
        this.session = session;
        this.ingest = ingest;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Imports, or in a dry run says what an import would do. What goes wrong with the file or a store is told in the
     * report; only a missing permission is thrown.
     */
    public ImportReport importFile(ImportRequest request, ImportProgress progress) {
        gate.require(Resource.IMPORT, Action.CREATE);
        requireRights(request.mapping());
        if (request.dryRun()) {
            return check(request, progress);
        }
        if (request.allOrNothing()) {
            ImportReport checked = check(request, progress);
            if (checked.outcome() != Outcome.COMPLETED || checked.bad() > 0) {
                return refused(checked);
            }
        }
        return run(request, progress, false).write(ingest, history);
    }

    /** Values may be brought in by whoever may import; what is created on the way needs the right to create it. */
    private void requireRights(ImportMapping mapping) {
        if (mapping.asset().createAssets()) {
            gate.require(Resource.ASSET, Action.CREATE);
        }
        if (mapping.asset().createMetrics()) {
            gate.require(Resource.METRIC, Action.CREATE);
        }
        if (mapping.asset().createTypes()) {
            gate.require(Resource.ASSET_TYPE, Action.CREATE);
        }
    }

    private ImportReport check(ImportRequest request, ImportProgress progress) {
        return run(request, progress, true).check();
    }

    private ImportRun run(ImportRequest request, ImportProgress progress, boolean checking) {
        long size = request.file().toFile().length();
        return new ImportRun(
                request,
                new ImportTargets(session, request.mapping(), checking),
                new ImportTally(request, progress, size, checking && !request.dryRun()),
                progress,
                clock);
    }

    private static ImportReport refused(ImportReport c) {
        String reason = c.reason() != null
                ? c.reason() + " Nothing was written."
                : "Nothing was written: " + c.bad() + (c.bad() == 1 ? " row is" : " rows are") + " bad.";
        return new ImportReport(
                c.outcome() == Outcome.CANCELLED ? Outcome.CANCELLED : Outcome.REFUSED,
                false,
                c.rows(),
                c.accepted(),
                0,
                0,
                c.bad(),
                c.badRows(),
                List.of(),
                0,
                0,
                List.of(),
                0,
                c.elapsed(),
                reason,
                c.failure());
    }

    /** The first rows as the mapping understands them; writes nothing. */
    public ImportPreview preview(Path file, ImportMapping mapping, int rows) {
        gate.require(Resource.IMPORT, Action.CREATE);
        List<ImportPreview.Line> lines = new ArrayList<>();
        List<String> header = List.of();
        @Nullable String problem = null;
        try (RowReader reader = new RowReader(file, mapping.format())) {
            header = reader.header();
            ReadingParser parser = new ReadingParser(mapping, header, clock.instant());
            Row row;
            while (lines.size() < rows && (row = reader.next()) != null) {
                lines.add(ImportPreview.line(row, parser.parse(row)));
            }
            if (lines.isEmpty()) {
                problem = "The file holds no rows.";
            }
        } catch (UnreadableFileException refused) {
            problem = refused.getMessage();
        } catch (IOException unreadable) {
            problem = "The file can not be read: " + unreadable.getMessage();
        }
        return new ImportPreview(header, lines, problem);
    }

    /** A mapping to begin with, guessed from the top of the file, as the text that a person then corrects. */
    public String suggestMapping(Path file) throws IOException {
        gate.require(Resource.IMPORT, Action.CREATE);
        return Files.isRegularFile(file) ? MappingGuess.of(file) : MappingGuess.EMPTY;
    }
}
