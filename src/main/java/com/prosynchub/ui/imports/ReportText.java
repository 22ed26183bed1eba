package com.prosynchub.ui.imports;

import com.prosynchub.service.metric.ImportProgress;
import com.prosynchub.service.metric.ImportReport;
import com.prosynchub.ui.imports.ImportsViewModel.Run;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words for a running and for a finished import. Any thread. */
final class ReportText {
    private final Messages messages = Messages.of("imports");
    private final Formats formats;

    ReportText(Formats formats) {
        this.formats = formats;
    }

    /** One line on what is under way and how far it is. */
    String running(Run run, ImportProgress.@Nullable State state) {
        boolean checking = run == Run.CHECK || (state != null && state.checking());
        String doing = messages.text(checking ? "progress.checking" : "progress.importing");
        if (state == null) {
            return doing;
        }
        String far = doing + " · "
                + messages.text(
                        "progress.rate",
                        formats.number(state.rows()),
                        formats.number(Math.round(state.rowsPerSecond())));
        Duration left = state.left();
        return left == null ? far : far + " · " + messages.text("progress.left", formats.duration(left));
    }

    /** The sentence above the figures. */
    String heading(ImportReport report) {
        String key =
                switch (report.outcome()) {
                    case COMPLETED -> report.dryRun() ? "report.checked" : "report.completed";
                    case CANCELLED -> "report.cancelled";
                    case REFUSED -> "report.refused";
                    case INTERRUPTED -> "report.interrupted";
                };
        return messages.text(key);
    }

    /** The figures, a line each; what is nought and tells nothing is left out. */
    List<String> figures(ImportReport report) {
        List<String> lines = new ArrayList<>();
        if (report.reason() != null) {
            lines.add(report.reason());
        }
        lines.add(messages.text("report.rows", report.rows(), report.accepted(), report.bad()));
        if (!report.dryRun()) {
            lines.add(messages.text("report.stored", report.stored(), report.duplicates()));
        }
        if (report.createdAssetCount() > 0 || report.createdMetricCount() > 0) {
            lines.add(messages.text(
                    report.dryRun() ? "report.would.create" : "report.created",
                    report.createdAssetCount(),
                    report.createdMetricCount()));
        }
        if (report.resumedAtLine() > 0) {
            lines.add(messages.text("report.resumed", report.resumedAtLine()));
        }
        lines.add(messages.text("report.elapsed", formats.duration(report.elapsed())));
        return lines;
    }
}
