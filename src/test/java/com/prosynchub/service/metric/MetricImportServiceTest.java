package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.metric.ImportReport.Outcome;
import com.prosynchub.service.metric.ImportReport.Refusal;
import com.prosynchub.service.metric.mapping.ImportMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricImportServiceTest {
    private static final String MAPPING = """
        asset.name = Pump {pump}
        asset.serial = P-{pump}
        asset.type = Pump
        asset.parent = Pump hall
        create.assets = yes
        create.metrics = yes
        create.types = yes
        missing = NA
        time.column = time
        metric.temperature.column = temp
        metric.temperature.unit = °C
        metric.temperature.warning = 80
        metric.pressure.column = pressure
        """;
    private static final String HEAD = "time,pump,temp,pressure\n";

    @TempDir
    Path folder;

    private final Imports plant = new Imports("Manager");

    @Test
    void createsAssetsMetricsAndSamples() throws IOException {
        ImportReport report = load(HEAD + """
            2026-01-01T00:00:00Z,1,20.5,3
            2026-01-01T00:01:00Z,1,21.5,
            2026-01-01T00:00:00Z,2,NA,4e0
            """);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.createdAssets()).containsExactly("Pump hall", "Pump 1", "Pump 2");
        assertThat(report.createdMetricCount()).isEqualTo(4);
        assertThat(report.createdTypes()).containsExactly("Pump");
        assertThat(plant.samples(plant.asset("P-1")).getLast().metrics()).isEqualTo(Map.of("temperature", 21.5));
        assertThat(plant.session.assets().path(plant.asset("P-1"))).hasSize(2);
        List<AssetMetric> metrics = plant.session.metrics().ofAsset(plant.asset("P-1"));
        assertThat(metrics).extracting(AssetMetric::name).containsExactly("pressure", "temperature");
        assertThat(metrics.getLast().unit()).isEqualTo("°C");
        assertThat(metrics.getLast().value()).isEqualByComparingTo("21.5");
        assertThat(metrics.getFirst().value()).isEqualByComparingTo("3");
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        String text = HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n2026-01-01T00:01:00Z,1,21.5,3\n";
        load(text);
        ImportReport again = load(text);
        assertThat(again.stored()).isZero();
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(again.createdAssetCount()).isZero();
        assertThat(again.createdMetricCount()).isZero();
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndWritesNothing() throws IOException {
        ImportReport report = run(file(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\nx,1,1,1\n"), MAPPING, true, false);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.createdAssets()).containsExactly("Pump hall", "Pump 1");
        assertThat(report.createdMetricCount()).isEqualTo(2);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(1);
        assertThat(plant.documents.counts()).containsEntry("assetMetricsHistory", 0L);
        assertThat(plant.session.assets().countByStatus().values().stream()
                        .mapToLong(n -> n)
                        .sum())
                .isZero();
        assertThat(plant.session.assetTypes().all()).isEmpty();
    }

    @Test
    void allOrNothingWritesNothingWhenARowIsBad() throws IOException {
        ImportReport report = run(file(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\nx,1,1,1\n"), MAPPING, false, true);
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).isEqualTo("Nothing was written: 1 row is bad.");
        assertThat(plant.documents.counts()).containsEntry("assetMetricsHistory", 0L);
        assertThat(run(file(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n"), MAPPING, false, true)
                        .stored())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday,1,1,1 | “yesterday” is no time",
                ",1,1,1 | the time is empty",
                "2026-02-31T00:00:00Z,1,1,1 | is no time",
                "1969-12-31T00:00:00Z,1,1,1 | before 1970",
                "2027-01-01T00:00:00Z,1,1,1 | in the future",
                "2026-01-01T00:00:00Z,1 | has 2 columns",
                "2026-01-01T00:00:00Z,,1,1 | the asset has no name",
                "2026-01-01T00:00:00Z,1,, | holds no value",
                "2026-01-01T00:00:00Z,1,NaN,1 | not a finite number",
                "2026-01-01T00:00:00Z,1,-Infinity,1 | not a finite number",
                "2026-01-01T00:00:00Z,1,=A1+1,1 | is a formula",
                "2026-01-01T00:00:00Z,1,1e300,1 | beyond what a metric holds",
                "2026-01-01T00:00:00Z,1,0x1p3,1 | is not a number",
                "2026-01-01T00:00:00Z,1,1d,1 | is not a number",
                "2026-01-01T00:00:00Z,1,\"1,5\",1 | write decimal = comma",
                "2026-01-01T00:00:00Z,1,7,7 | stand in line 2 with other values",
            })
    void aBadRowIsNamedWithItsReasonAndTheOthersGoOn(String row, String reason) throws IOException {
        ImportReport report = load(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n" + row + "\n2026-01-01T00:02:00Z,1,21,3\n");
        assertThat(report.badRows()).extracting(Refusal::line).containsExactly(3L);
        assertThat(report.badRows().getFirst().reason()).contains(reason);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aRowRepeatedToTheLetterIsADuplicate() throws IOException {
        String row = "2026-01-01T00:00:00Z,1,20.5,3\n";
        ImportReport report = load(HEAD + row + row);
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.bad()).isZero();
    }

    @Test
    void unknownAssetsMetricsAndUnitsAreRefusedUnlessTheyMayBeCreated() throws IOException {
        String existingOnly = MAPPING.replace("create.assets = yes", "create.assets = no")
                .replace("create.metrics = yes", "create.metrics = no");
        String row = HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n";
        assertThat(reasonOf(row, existingOnly)).isEqualTo("there is no asset with the serial number “P-1”");
        load(row);
        assertThat(reasonOf(row, existingOnly.replace("metric.temperature", "metric.heat")))
                .isEqualTo("“Pump 1” has no metric heat");
        assertThat(reasonOf(row, MAPPING.replace("°C", "°F")))
                .isEqualTo("the metric temperature of “Pump 1” is kept in °C; the mapping says °F");
        assertThat(reasonOf(HEAD + "2026-01-01T00:00:00Z,9,1,1\n", MAPPING + "asset.location = Atlantis\n"))
                .isEqualTo("there is no location “Atlantis”");
    }

    @Test
    void aStoppedImportGoesOnWhereItWas() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 5000; i++) {
            text.append(start.plusSeconds(i)).append(",1,").append(i).append(",1\n");
        }
        ImportRequest request =
                new ImportRequest(file(text.toString()), Imports.mapping(MAPPING), false, false, folder.resolve("c"));
        ImportReport stopped = plant.importing.importFile(request, new StopAfter(2500));
        assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(stopped.stored()).isBetween(2400L, 2600L);
        ImportReport rest = plant.importing.importFile(request, ImportProgress.NONE);
        assertThat(rest.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(rest.resumedAtLine()).isGreaterThan(2400);
        assertThat(stopped.stored() + rest.stored()).isEqualTo(5000);
        assertThat(plant.samples(plant.asset("P-1"))).hasSize(5000);
        ImportReport again = plant.importing.importFile(request, ImportProgress.NONE);
        assertThat(again.resumedAtLine()).isZero();
        assertThat(again.duplicates()).isEqualTo(5000);
    }

    @Test
    void aCheckpointIsNotBelievedWhenTheSamplesAreGone() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 3000; i++) {
            text.append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i)).append(",1,1,1\n");
        }
        ImportRequest request =
                new ImportRequest(file(text.toString()), Imports.mapping(MAPPING), false, false, folder.resolve("c"));
        plant.importing.importFile(request, new StopAfter(1500));
        Imports restored = new Imports("Manager");
        assertThat(restored.importing.importFile(request, ImportProgress.NONE).stored())
                .isEqualTo(3000);
    }

    @Test
    void aStoreThatGoesAwayInterruptsAndTheRestFollowsLater() throws IOException {
        Path file = file(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n");
        plant.documents.stop();
        ImportReport report = run(file, MAPPING, false, false);
        assertThat(report.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(report.failure()).isNotNull();
        plant.documents.start();
        assertThat(run(file, MAPPING, false, false).stored()).isEqualTo(1);
    }

    @Test
    void progressTellsRateAndEnd() throws IOException {
        List<ImportProgress.State> states = new ArrayList<>();
        plant.importing.importFile(
                new ImportRequest(
                        file(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n"), Imports.mapping(MAPPING), false, false),
                states::add);
        assertThat(states.getLast().done()).isEqualTo(1.0);
        assertThat(states.getLast().rows()).isEqualTo(1);
        assertThat(states.getLast().rowsPerSecond()).isPositive();
        assertThat(states.getLast().left()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void assetsCanBeFoundByNameAlone() throws IOException {
        String byName = MAPPING.replace("asset.serial = P-{pump}\n", "");
        load(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n", byName);
        ImportReport second = load(HEAD + "2026-01-02T00:00:00Z,1,20.5,3\n", byName);
        assertThat(second.createdAssetCount()).isZero();
        assertThat(second.stored()).isEqualTo(1);
    }

    @Test
    void whoMayNotImportIsRefused() {
        Imports viewer = new Imports("Viewer");
        ImportMapping mapping = Imports.mapping(MAPPING);
        Path file = folder.resolve("any");
        assertThatThrownBy(() ->
                        viewer.importing.importFile(new ImportRequest(file, mapping, true, false), ImportProgress.NONE))
                .isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> viewer.importing.preview(file, mapping, 5)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> viewer.importing.suggestMapping(file)).isInstanceOf(FailureException.class);
    }

    @Test
    void existingTypesAreFoundWhateverTheirCase() throws IOException {
        plant.session.assetTypes().insert(new AssetType(0, "PUMP", null, null, 0));
        assertThat(load(HEAD + "2026-01-01T00:00:00Z,1,20.5,3\n").createdTypes())
                .isEmpty();
    }

    private String reasonOf(String text, String mapping) throws IOException {
        ImportReport report = load(text, mapping);
        assertThat(report.badRows()).hasSize(1);
        return report.badRows().getFirst().reason();
    }

    private ImportReport load(String text) throws IOException {
        return load(text, MAPPING);
    }

    private ImportReport load(String text, String mapping) throws IOException {
        return run(file(text), mapping, false, false);
    }

    private ImportReport run(Path file, String mapping, boolean dryRun, boolean allOrNothing) {
        return plant.importing.importFile(
                new ImportRequest(file, Imports.mapping(mapping), dryRun, allOrNothing), ImportProgress.NONE);
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("data.csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Stops when so many rows were read. */
    private static final class StopAfter implements ImportProgress {
        private final int rows;
        private int asked;

        StopAfter(int rows) {
            this.rows = rows;
        }

        @Override
        public void at(State state) {}

        @Override
        public boolean cancelled() {
            return ++asked >= rows;
        }
    }
}
