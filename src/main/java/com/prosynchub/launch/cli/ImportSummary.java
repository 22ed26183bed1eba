package com.prosynchub.launch.cli;

import com.prosynchub.service.metric.ImportReport;
import java.util.ArrayList;
import java.util.List;

/** Says in lines what an import did. Stateless. */
final class ImportSummary {
    private static final int MOST_BAD = 20;

    private ImportSummary() {}

    static List<String> lines(ImportReport report) {
        List<String> lines = new ArrayList<>();
        String reason = report.reason();
        if (reason != null) {
            lines.add(reason);
        }
        if (report.resumedAtLine() > 0) {
            lines.add("Went on at line %,d, where an earlier import stopped.".formatted(report.resumedAtLine()));
        }
        lines.add("%,d rows read, %,d understood, %,d refused, in %.1f s."
                .formatted(
                        report.rows(),
                        report.accepted(),
                        report.bad(),
                        report.elapsed().toMillis() / 1000.0));
        if (report.dryRun()) {
            lines.add("A dry run: nothing was written. It would create %,d assets and %,d metrics."
                    .formatted(report.createdAssetCount(), report.createdMetricCount()));
        } else {
            lines.add("%,d samples stored, %,d were there before; %,d assets and %,d metrics created."
                    .formatted(
                            report.stored(),
                            report.duplicates(),
                            report.createdAssetCount(),
                            report.createdMetricCount()));
        }
        report.badRows().stream().limit(MOST_BAD).forEach(row -> lines.add("  " + row));
        if (report.bad() > MOST_BAD) {
            lines.add("  and %,d more".formatted(report.bad() - MOST_BAD));
        }
        return lines;
    }
}
