package com.prosynchub.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.metric.ImportReport;
import com.prosynchub.service.metric.MetricImportService;
import com.prosynchub.service.metric.MetricIngest;
import com.prosynchub.ui.imports.ImportsViewModel.Run;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String MAPPING = """
        asset.name = Pump {pump}
        asset.serial = P-{pump}
        asset.type = Pump
        create.assets = yes
        create.metrics = yes
        create.types = yes
        time.column = time
        metric.temperature.column = temp
        """;

    @TempDir
    Path folder;

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("pumps.csv"), """
            time,pump,temp
            2026-01-01T00:00:00Z,1,20.5
            2026-01-01T00:01:00Z,1,warm
            2026-01-01T00:02:00Z,1,21.5
            """);
    }

    private ImportsViewModel model(String role, TaskRunner tasks) {
        FakeRelationalSession session = new FakePlant().session(role);
        return new ImportsViewModel(
                new MetricImportService(
                        new SessionAccessGate(session),
                        session,
                        new MetricIngest(documents.metricHistory(), session.ingest(), CLOCK),
                        documents.metricHistory(),
                        CLOCK),
                tasks,
                folder);
    }

    private ImportsViewModel ready(String role) throws IOException {
        ImportsViewModel model = model(role, new DirectTaskRunner());
        model.loadMapping(Files.writeString(folder.resolve("m.properties"), MAPPING));
        model.choose(file);
        return model;
    }

    @Test
    void showsTheFileAsTheMappingUnderstandsIt() throws IOException {
        ImportsViewModel model = ready("Manager");
        assertThat(model.mistakes()).isEmpty();
        assertThat(model.metrics()).containsExactly("temperature");
        assertThat(model.preview()).extracting(PreviewRow::good).containsExactly(true, false, true);
        assertThat(model.preview().getFirst().asset()).isEqualTo("Pump 1");
        assertThat(model.isReady()).isTrue();
    }

    @Test
    void aFileAloneGetsAGuessedMapping() {
        ImportsViewModel model = model("Manager", new DirectTaskRunner());
        model.choose(file);
        assertThat(model.mappingProperty().get()).contains("time.column");
    }

    @Test
    void aMistakenMappingIsNamedAndNothingCanRun() throws IOException {
        ImportsViewModel model = ready("Manager");
        model.loadMapping(Files.writeString(folder.resolve("bad.properties"), MAPPING + "time.colum = x\n"));
        assertThat(model.mistakes()).anySatisfy(m -> assertThat(m).contains("time.colum"));
        assertThat(model.preview()).isEmpty();
        assertThat(model.isReady()).isFalse();
        model.importFile();
        assertThat(model.reportProperty().get()).isNull();
    }

    @Test
    void checkingWritesNothing() throws IOException {
        ImportsViewModel model = ready("Manager");
        model.check();
        ImportReport report = reported(model);
        assertThat(report.dryRun()).isTrue();
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(documents.counts()).containsEntry("assetMetricsHistory", 0L);
    }

    @Test
    void importingStoresAndNamesTheBadLine() throws IOException {
        ImportsViewModel model = ready("Manager");
        model.importFile();
        assertThat(reported(model).stored()).isEqualTo(2);
        assertThat(model.refusals()).extracting(RefusalRow::line).containsExactly(3L);
        assertThat(model.runProperty().get()).isEqualTo(Run.NONE);
        Path saved = folder.resolve("bad.csv");
        model.saveReport(saved);
        assertThat(saved).content().startsWith("line,reason\n3,\"");
    }

    @Test
    void allOrNothingStoresNothingBesideABadLine() throws IOException {
        ImportsViewModel model = ready("Manager");
        model.allOrNothingProperty().set(true);
        model.importFile();
        assertThat(reported(model).outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(documents.counts()).containsEntry("assetMetricsHistory", 0L);
    }

    @Test
    void whoMayNotImportIsToldSo() throws IOException {
        ImportsViewModel model = ready("Viewer");
        model.importFile();
        @Nullable Failure failure = model.failureProperty().get();
        assertThat(model.previewStateProperty().get().toString()).contains("import:create");
        assertThat(failure == null || failure instanceof Failure.Denied).isTrue();
        assertThat(documents.counts()).containsEntry("assetMetricsHistory", 0L);
    }

    @Test
    void oneRunAtATimeAndStoppable() throws IOException {
        ManualTaskRunner tasks = new ManualTaskRunner();
        ImportsViewModel model = model("Manager", tasks);
        model.loadMapping(Files.writeString(folder.resolve("m.properties"), MAPPING));
        tasks.runAll();
        model.choose(file);
        tasks.runAll();
        model.importFile();
        assertThat(model.runProperty().get()).isEqualTo(Run.IMPORT);
        model.check();
        assertThat(model.runProperty().get()).isEqualTo(Run.IMPORT);
        model.stop();
        tasks.runAll();
        assertThat(reported(model).outcome()).isIn(ImportReport.Outcome.CANCELLED, ImportReport.Outcome.COMPLETED);
        assertThat(model.runProperty().get()).isEqualTo(Run.NONE);
    }

    private static ImportReport reported(ImportsViewModel model) {
        ImportReport report = model.reportProperty().get();
        if (report == null) {
            throw new AssertionError(
                    "no report; failure: " + model.failureProperty().get());
        }
        return report;
    }
}
