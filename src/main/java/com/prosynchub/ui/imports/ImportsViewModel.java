package com.prosynchub.ui.imports;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.metric.ImportPreview;
import com.prosynchub.service.metric.ImportProgress;
import com.prosynchub.service.metric.ImportReport;
import com.prosynchub.service.metric.ImportRequest;
import com.prosynchub.service.metric.MetricImportService;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.MappingParser;
import com.prosynchub.service.metric.mapping.MappingResult;
import com.prosynchub.ui.kit.task.Debouncer;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A file, a mapping, what they make together, and the run that stores it. FX thread. */
public final class ImportsViewModel {
    /** Lines of the file that the preview shows. */
    static final int PREVIEW_LINES = 50;

    private static final Duration TYPING = Duration.ofMillis(400);

    private final MetricImportService imports;
    private final TaskRunner tasks;
    private final Path checkpoints;
    private final Debouncer typing;

    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final StringProperty mapping = new SimpleStringProperty("");
    private final ObservableList<String> mistakes = FXCollections.observableArrayList();
    private final ObservableList<String> metrics = FXCollections.observableArrayList();
    private final ObservableList<PreviewRow> preview = FXCollections.observableArrayList();
    private final StringProperty fileProblem = new SimpleStringProperty("");
    private final ObjectProperty<ScreenState> previewState = new SimpleObjectProperty<>(ScreenState.empty());
    private final BooleanProperty allOrNothing = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>(Run.NONE);
    private final ReadOnlyObjectWrapper<ImportProgress.@Nullable State> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>();
    private final ObservableList<RefusalRow> refusals = FXCollections.observableArrayList();
    private @Nullable ImportMapping understood;
    private AtomicBoolean stop = new AtomicBoolean();

    /** What is under way. */
    public enum Run {
        NONE,
        CHECK,
        IMPORT
    }

    /** @param checkpoints folder where an interrupted import remembers how far it came */
    public ImportsViewModel(MetricImportService imports, TaskRunner tasks, Path checkpoints) {
        this.imports = imports;
        this.tasks = tasks;
        this.checkpoints = checkpoints;
        typing = new Debouncer(tasks.ui(), TYPING);
        mapping.subscribe((before, now) -> typing.submit(this::look));
    }

    /** Takes a measurement file; an empty mapping is filled with a guess. */
    public void choose(Path chosen) {
        file.set(chosen);
        forgetRun();
        if (mapping.get().isBlank()) {
            suggest();
        } else {
            look();
        }
    }

    /** Guesses a mapping from the top of the file, in place of what stands there. */
    public void suggest() {
        Path from = file.get();
        if (from == null) {
            return;
        }
        tasks.run(() -> imports.suggestMapping(from))
                .newest(TaskKey.of(this, "suggest"))
                .onSuccess(guess -> {
                    mapping.set(guess);
                    look();
                })
                .onFailure(failure::set)
                .start();
    }

    /** Reads a mapping file. */
    public void loadMapping(Path from) {
        tasks.run(() -> Files.readString(from))
                .newest(TaskKey.of(this, "mapping"))
                .onSuccess(text -> {
                    mapping.set(text);
                    look();
                })
                .onFailure(failure::set)
                .start();
    }

    /** Writes the mapping as it stands to a file, for the command line or for the next time. */
    public void saveMapping(Path to) {
        String text = mapping.get();
        tasks.perform(() -> Files.writeString(to, text)).onFailure(failure::set).start();
    }

    /** Writes the refused lines with their reasons to a file. */
    public void saveReport(Path to) {
        List<RefusalRow> rows = List.copyOf(refusals);
        tasks.perform(() -> {
                    StringBuilder text = new StringBuilder("line,reason\n");
                    for (RefusalRow row : rows) {
                        text.append(row.line())
                                .append(",\"")
                                .append(row.reason().replace("\"", "\"\""))
                                .append("\"\n");
                    }
                    Files.writeString(to, text);
                })
                .onFailure(failure::set)
                .start();
    }

    private void look() {
        typing.cancel();
        switch (MappingParser.parse(mapping.get())) {
            case MappingResult.Understood(ImportMapping clear) -> {
                understood = clear;
                mistakes.clear();
                metrics.setAll(clear.metrics().stream()
                        .map(ImportMapping.MetricColumn::name)
                        .toList());
                preview(clear);
            }
            case MappingResult.Mistaken(List<MappingResult.Problem> problems) -> {
                understood = null;
                mistakes.setAll(
                        problems.stream().map(MappingResult.Problem::toString).toList());
                if (mapping.get().isBlank()) {
                    mistakes.clear();
                }
                preview.clear();
                previewState.set(ScreenState.empty());
            }
        }
    }

    private void preview(ImportMapping clear) {
        Path from = file.get();
        if (from == null) {
            return;
        }
        previewState.set(ScreenState.loading());
        tasks.run(() -> imports.preview(from, clear, PREVIEW_LINES))
                .newest(TaskKey.of(this, "preview"))
                .onSuccess(this::show)
                .onFailure(f -> previewState.set(ScreenState.failed(f)))
                .start();
    }

    private void show(ImportPreview top) {
        preview.setAll(top.lines().stream().map(PreviewRow::of).toList());
        fileProblem.set(top.problem() == null ? "" : top.problem());
        previewState.set(preview.isEmpty() ? ScreenState.empty() : ScreenState.ready());
    }

    /** Says what an import would do; writes nothing. */
    public void check() {
        start(Run.CHECK);
    }

    /** Stores the file's samples. */
    public void importFile() {
        start(Run.IMPORT);
    }

    /** Stops what is under way after the batch at hand; what was stored stays. */
    public void stop() {
        stop.set(true);
    }

    private void start(Run kind) {
        Path from = file.get();
        ImportMapping by = understood;
        if (from == null || by == null || run.get() != Run.NONE) {
            return;
        }
        forgetRun();
        AtomicBoolean stopped = new AtomicBoolean();
        stop = stopped;
        run.set(kind);
        ImportRequest request = new ImportRequest(from, by, kind == Run.CHECK, allOrNothing.get(), checkpoints);
        tasks.run(() -> imports.importFile(request, new Follower(stopped)))
                .onSuccess(this::finished)
                .onFailure(failure::set)
                .always(() -> run.set(Run.NONE))
                .start();
    }

    private void finished(ImportReport done) {
        refusals.setAll(done.badRows().stream()
                .map(bad -> new RefusalRow(bad.line(), bad.reason()))
                .toList());
        report.set(done);
    }

    private void forgetRun() {
        report.set(null);
        progress.set(null);
        refusals.clear();
        failure.set(null);
    }

    /** How far the run is, 0 to 1; negative while unknown. */
    public double done() {
        ImportProgress.State state = progress.get();
        return state == null ? -1 : state.done();
    }

    /** Whether a file and a clear mapping are there and nothing runs. */
    public boolean isReady() {
        return file.get() != null && understood != null && run.get() == Run.NONE;
    }

    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    public StringProperty mappingProperty() {
        return mapping;
    }

    /** What is wrong with the mapping, a line each. */
    public ObservableList<String> mistakes() {
        return mistakes;
    }

    /** Names of the mapping's metrics, the preview's columns. */
    public ObservableList<String> metrics() {
        return metrics;
    }

    ObservableList<PreviewRow> preview() {
        return preview;
    }

    /** Why the file cannot be read, empty when it can. */
    public StringProperty fileProblemProperty() {
        return fileProblem;
    }

    public ObjectProperty<ScreenState> previewStateProperty() {
        return previewState;
    }

    public BooleanProperty allOrNothingProperty() {
        return allOrNothing;
    }

    public ReadOnlyObjectProperty<Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ImportProgress.@Nullable State> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ImportReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Failure> failureProperty() {
        return failure;
    }

    ObservableList<RefusalRow> refusals() {
        return refusals;
    }

    /** Carries the worker's progress to the FX thread. */
    private final class Follower implements ImportProgress {
        private final AtomicBoolean stopped;

        Follower(AtomicBoolean stopped) {
            this.stopped = stopped;
        }

        @Override
        public void at(State state) {
            tasks.ui().post(() -> {
                if (run.get() != Run.NONE) {
                    progress.set(state);
                }
            });
        }

        @Override
        public boolean cancelled() {
            return stopped.get();
        }
    }
}
