package com.prosynchub.ui.trends;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.metric.SampleExport;
import com.prosynchub.service.metric.TrendExportService;
import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes what a chart shows into a file: its samples as a table, or its picture. FX thread. */
public final class TrendFilesViewModel {
    private final AccessGate gate;
    private final TrendExportService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Formats formats;
    private final Messages messages = Messages.of("trends");

    TrendFilesViewModel(
            AccessGate gate, TrendExportService service, TaskRunner tasks, Notices notices, Formats formats) {
        this.gate = gate;
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        this.formats = formats;
    }

    /** Whether the person may take samples along. */
    public boolean mayExport() {
        return gate.may(Resource.METRIC, Action.EXPORT);
    }

    /** Writes the samples in view of a chart; the file's ending says as what. */
    public void samples(TrendPanelViewModel chart, Path file) {
        TimeWindow window = chart.model().window();
        boolean excel = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        SampleExport export = new SampleExport(
                chart.lines().stream().map(TrendFilesViewModel::line).toList(),
                window.start(),
                window.end(),
                formats.zone(),
                excel ? SampleExport.Format.EXCEL : SampleExport.Format.CSV,
                headings());
        tasks.run(() -> service.export(export, file))
                .onSuccess(written -> {
                    String rows = formats.number(written.rows());
                    if (written.complete()) {
                        notices.success(messages.text("export.done", rows, file.getFileName()));
                    } else {
                        notices.warning(messages.text("export.cut", rows, file.getFileName()));
                    }
                })
                .onUnexpected(failure -> notices.warning(messages.text("export.failed", file)))
                .start();
    }

    /** Writes a picture that was taken already. */
    public void picture(TaskRunner.ThrowingAction writing, Path file) {
        tasks.perform(writing)
                .onSuccess(done -> notices.success(messages.text("export.picture.done", file.getFileName())))
                .onUnexpected(failure -> notices.warning(messages.text("export.failed", file)))
                .start();
    }

    private static SampleExport.Line line(Line line) {
        return new SampleExport.Line(
                line.asset(),
                line.assetName(),
                line.metric().name(),
                line.metric().unit());
    }

    private List<String> headings() {
        return List.of(messages.text("export.columns").split(";")).stream()
                .map(String::strip)
                .toList();
    }
}
