package com.prosynchub.service.metric;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.metric.mapping.ImportMapping;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes measured values back out, so that importing the file gives the same samples again. Any worker. */
public final class MetricExportService {
    private static final int ASSETS_AT_ONCE = 100;

    private final AccessGate gate;
    private final RelationalSession session;
    private final MetricHistoryRepository history;

    public MetricExportService(AccessGate gate, RelationalSession session, MetricHistoryRepository history) {
        this.gate = gate;
        this.session = session;
        this.history = history;
    }

    /** Writes a file; what stood there before is replaced only by a complete export. */
    public ExportReport exportTo(ExportRequest request, Path file, ImportProgress progress) {
        gate.require(Resource.METRIC, Action.EXPORT);
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        ImportMapping mapping = request.mapping();
        var encoder =
                (mapping == null ? StandardCharsets.UTF_8 : mapping.format().encoding()).newEncoder();
        try {
            ExportReport report;
            try (Writer out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(fresh), encoder))) {
                report = exportTo(request, out, progress);
            }
            if (report.completed()) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(fresh);
            }
            return report;
        } catch (CharacterCodingException unmappable) {
            return failed("A name holds letters that the encoding of the mapping does not have.");
        } catch (IOException unwritable) {
            return failed("The file can not be written: " + unwritable.getMessage());
        }
    }

    private static ExportReport failed(String reason) {
        return new ExportReport(0, 0, List.of(), null, reason, null);
    }

    /** Writes to a writer, which stays open. */
    public ExportReport exportTo(ExportRequest request, Writer out, ImportProgress progress) throws IOException {
        gate.require(Resource.METRIC, Action.EXPORT);
        try {
            String text = request.mapping() == null ? defaultMapping(request) : null;
            ImportMapping mapping = text == null ? request.mapping() : ExportMapping.parse(text);
            if (mapping == null) {
                return failed("There is nothing to export: the assets have none of these metrics.");
            }
            ExportRun run = new ExportRun(request, mapping, history, out, progress);
            for (UUID id : request.assets()) {
                Asset asset = session.assets().find(id).orElse(null);
                if (!run.write(id, asset)) {
                    break;
                }
            }
            return run.report(text);
        } catch (FailureException thrown) {
            return new ExportReport(
                    0,
                    0,
                    List.of(),
                    null,
                    "A store did not give the data: " + thrown.failure().detail(),
                    thrown.failure());
        }
    }

    private @Nullable String defaultMapping(ExportRequest request) {
        List<UUID> some = request.assets()
                .subList(0, Math.min(ASSETS_AT_ONCE, request.assets().size()));
        return ExportMapping.text(session.metrics().ofAssets(some), request.metrics());
    }
}
