package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.SamplePlant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendExportServiceTest {
    private static final List<String> HEADINGS =
            List.of("Time", "Asset", "Metric", "Value", "Unit", "Min", "Max", "Warning", "Critical", "Quality");

    @TempDir
    Path folder;

    private final SamplePlant site = new SamplePlant("Manager");
    private final UUID compressor = site.id("Ammonia compressor C-401");
    private final TrendExportService service = site.services.trendExport();

    private SampleExport export(String name, SampleExport.Format format, Instant from) {
        AssetMetric vibration = site.services.metrics().ofAsset(compressor).stream()
                .filter(metric -> metric.name().equals("vibration"))
                .findFirst()
                .orElseThrow();
        return new SampleExport(
                List.of(new SampleExport.Line(compressor, name, "vibration", vibration.unit())),
                from,
                SamplePlant.NOW.plusSeconds(1),
                ZoneId.of("Europe/Copenhagen"),
                format,
                HEADINGS);
    }

    @Test
    void everySampleIsARowWithItsLimits() throws IOException {
        Path file = folder.resolve("t.csv");
        SampleExport.Written written =
                service.export(export("C-401", SampleExport.Format.CSV, SamplePlant.NOW.minusSeconds(60)), file);
        List<String> lines = Files.readAllLines(file);
        assertThat(written).isEqualTo(new SampleExport.Written(13, true));
        assertThat(lines).hasSize(14);
        assertThat(lines.getFirst()).endsWith("Time,Asset,Metric,Value,Unit,Min,Max,Warning,Critical,Quality");
        assertThat(lines.get(1)).matches("2026-01-15T08:59:00.000\\+01:00,C-401,vibration,[0-9.]+,mm/s,,7.1,4.5,9,raw");
    }

    @Test
    void aGapIsSaid() throws IOException {
        Path file = folder.resolve("t.csv");
        service.export(export("C-401", SampleExport.Format.CSV, SamplePlant.NOW.minusSeconds(3 * 3600)), file);
        assertThat(Files.readAllLines(file).stream().filter(line -> line.endsWith("\"raw, after a gap\"")))
                .hasSize(1);
    }

    @Test
    void aNameIsNeverRun() throws IOException {
        Path file = folder.resolve("t.csv");
        service.export(
                export("=HYPERLINK(\"http://x\",\"y\")", SampleExport.Format.CSV, SamplePlant.NOW.minusSeconds(5)),
                file);
        assertThat(Files.readAllLines(file).get(1)).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",");
    }

    @Test
    void aWorkbookHoldsNumbersAndTexts() throws IOException {
        Path file = folder.resolve("t.xlsx");
        service.export(export("=1+1", SampleExport.Format.EXCEL, SamplePlant.NOW.minusSeconds(60)), file);
        try (ZipFile book = new ZipFile(file.toFile())) {
            String sheet = new String(
                    book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).contains("<row r=\"14\"").doesNotContain("<f>");
        }
    }

    @Test
    void whatStoodThereIsReplacedByAWholeFileOnly() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "before");
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        assertThatThrownBy(() ->
                        service.export(export("C", SampleExport.Format.CSV, SamplePlant.NOW.minusSeconds(5)), file))
                .isInstanceOf(FailureException.class);
        assertThat(Files.readString(file)).isEqualTo("before");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void ofAnAssetOutsideThereAreNoRowsAndAViewerTakesNothingAlong() {
        site.session.hide(compressor);
        assertThat(service.export(
                        export("C", SampleExport.Format.CSV, SamplePlant.NOW.minusSeconds(60)),
                        folder.resolve("t.csv")))
                .isEqualTo(new SampleExport.Written(0, true));
        SessionServices viewer = SessionServices.open(site.plant.session("Viewer"), site.documents, site.clock);
        assertThatThrownBy(() -> viewer.trendExport()
                        .export(
                                export("C", SampleExport.Format.CSV, SamplePlant.NOW.minusSeconds(60)),
                                folder.resolve("u.csv")))
                .isInstanceOf(FailureException.class);
    }
}
