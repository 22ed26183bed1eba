package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.metric.ImportReport.Outcome;
import com.prosynchub.service.metric.mapping.ImportMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NASA's turbofan file with the mapping of the manual. */
class CmapssTest {
    static final Path MAPPING = Path.of("packaging", "examples", "cmapss-fd001.properties");

    @TempDir
    Path folder;

    private final Imports plant = new Imports("Manager");

    @Test
    void theMappingInTheManualIsTheOneInTheExamples() throws IOException {
        String manual = Files.readString(Path.of("src", "site", "markdown", "manual", "metrics-import.md"));
        assertThat(manual).contains(Files.readString(MAPPING).strip());
    }

    @Test
    void hundredEnginesWithTwentyFourMetricsAreLoadedAndLoadingAgainChangesNothing() throws IOException {
        ImportMapping mapping = Imports.mapping(Files.readString(MAPPING));
        assertThat(mapping.metrics()).hasSize(24);
        ImportRequest request =
                new ImportRequest(RealData.file("cmapss/train_FD001.txt"), mapping, false, false, folder);
        ImportReport report = plant.importing.importFile(request, ImportProgress.NONE);
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.stored()).isEqualTo(20_631);
        assertThat(report.bad()).isZero();
        assertThat(report.createdAssetCount()).isEqualTo(101);
        assertThat(report.createdMetricCount()).isEqualTo(2400);
        List<AssetMetric> metrics = plant.session.metrics().ofAsset(plant.asset("FD001-1"));
        assertThat(metrics).hasSize(24);
        assertThat(plant.samples(plant.asset("FD001-1")).getFirst().metrics())
                .hasSize(24)
                .containsEntry("t24", 641.82)
                .containsEntry("w32", 23.4190);
        assertThat(metrics.stream()
                        .filter(m -> m.name().equals("t24"))
                        .findFirst()
                        .orElseThrow()
                        .unit())
                .isEqualTo("°R");
        ImportReport again = plant.importing.importFile(request, ImportProgress.NONE);
        assertThat(again.stored()).isZero();
        assertThat(again.duplicates()).isEqualTo(20_631);
    }

    @Test
    void exportingGivesTheSameNumbersAgain() throws IOException {
        Path file = RealData.file("cmapss/train_FD001.txt");
        ImportMapping mapping = Imports.mapping(Files.readString(MAPPING));
        plant.importing.importFile(new ImportRequest(file, mapping, false, false), ImportProgress.NONE);
        List<UUID> engines = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            engines.add(plant.asset("FD001-" + i));
        }
        Path out = folder.resolve("out.txt");
        ExportReport report = plant.exporting.exportTo(
                new ExportRequest(engines, Set.of(), Instant.MIN, Instant.MAX, mapping), out, ImportProgress.NONE);
        assertThat(report.rows()).isEqualTo(20_631);
        assertThat(numbers(out)).isEqualTo(numbers(file));
    }

    @Test
    void theGuessFindsItsForm() throws IOException {
        String guess = plant.importing.suggestMapping(RealData.file("cmapss/train_FD001.txt"));
        ImportMapping mapping = Imports.mapping(guess);
        assertThat(mapping.format().whitespace()).isTrue();
        assertThat(mapping.format().header()).isFalse();
        assertThat(mapping.time().column().text()).isEqualTo("2");
        assertThat(mapping.asset().name()).hasToString("Asset {1}");
        assertThat(mapping.metrics()).hasSize(24);
    }

    @Test
    void theGuessReadsUnitsFromAHeader() throws IOException {
        Path file = RealData.file("ai4i/ai4i2020.csv");
        ImportMapping mapping = Imports.mapping(plant.importing.suggestMapping(file));
        assertThat(mapping.metrics())
                .extracting(ImportMapping.MetricColumn::name, ImportMapping.MetricColumn::unit)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("air_temperature", "K"),
                        org.assertj.core.groups.Tuple.tuple("torque", "Nm"));
        ImportPreview preview = plant.importing.preview(file, mapping, 5);
        assertThat(preview.problem()).isNull();
        assertThat(preview.lines()).hasSize(5).allSatisfy(line -> assertThat(line.problem())
                .isNull());
        assertThat(preview.lines().getFirst().values()).containsAllEntriesOf(Map.of("air_temperature", 298.1));
    }

    static List<List<Double>> numbers(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.strip().split("\\s+")).stream()
                        .map(Double::valueOf)
                        .toList())
                .toList();
    }
}
