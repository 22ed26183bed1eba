package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.metric.mapping.ImportMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricExportServiceTest {
    private static final String METRICS = """
        asset.name = Pump {1}
        asset.serial = P-{1}
        asset.type = Pump
        create.assets = yes
        create.metrics = yes
        create.types = yes
        time.column = 2
        metric.t.column = 3
        metric.p.column = 5
        """;

    @TempDir
    Path folder;

    private final Imports plant = new Imports("Manager");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "header = no\nmissing = NA",
                "header = yes\nseparator = semicolon\ndecimal = comma",
                "header = no\nseparator = whitespace\nmissing = -\nskip.lines = 3",
                "header = no\nseparator = tab\ncomment = #\ntime.format = epoch-seconds",
                "header = yes\nseparator = ||\ntime.format = epoch-millis",
                "header = no\ntime.format = counter\ntime.start = 2025-01-01T00:00:00Z\ntime.interval = 7min",
                "header = no\ntime.format = pattern\ntime.pattern = dd/MM/yyyy HH:mm:ss.SSS\ntime.zone = Asia/Tokyo",
            })
    void aRoundTripIsEqual(String form) throws IOException {
        ImportMapping first = Imports.mapping(METRICS + "header = no\n");
        load(plant, first, """
            1,2026-01-01T00:00:00Z,20.5,x,-0
            1,2026-01-01T00:00:00.125Z,0.1,x,
            1,2026-01-01T00:00:02Z,1e-9,x,99999999.9999
            2,2026-01-01T00:00:00Z,-3,x,0.30000000000000004
            """);
        ImportMapping other = Imports.mapping(METRICS + form + "\n");
        Path file = folder.resolve("out.txt");
        ExportReport report = export(other, file);
        assertThat(report.reason()).isNull();
        assertThat(report.rows()).isEqualTo(4);
        Imports copy = new Imports("Manager");
        ImportReport loaded =
                copy.importing.importFile(new ImportRequest(file, other, false, false), ImportProgress.NONE);
        assertThat(loaded.bad()).isZero();
        for (String serial : List.of("P-1", "P-2")) {
            assertThat(copy.samples(copy.asset(serial)))
                    .usingRecursiveComparison()
                    .ignoringFields("assetId")
                    .isEqualTo(plant.samples(plant.asset(serial)));
        }
    }

    @Test
    void withoutAMappingItWritesOneThatReadsTheFileBack() throws IOException {
        load(plant, Imports.mapping(METRICS + "header = no\n"), "1,2026-01-01T00:00:00Z,20.5,x,7\n");
        Path file = folder.resolve("out.csv");
        ExportReport report = export(null, file);
        assertThat(Files.readString(file)).isEqualTo("""
            asset,serial,time,p,t
            Pump 1,P-1,2026-01-01T00:00:00Z,7,20.5
            """);
        String text = report.mappingText();
        assertThat(text).isNotNull();
        ImportReport again = plant.importing.importFile(
                new ImportRequest(file, Imports.mapping(String.valueOf(text)), false, false), ImportProgress.NONE);
        assertThat(again.duplicates()).isEqualTo(1);
    }

    @Test
    void onlyWhatWasAskedForIsWritten() throws IOException {
        load(plant, Imports.mapping(METRICS + "header = no\n"), """
            1,2026-01-01T00:00:00Z,20.5,x,7
            1,2026-01-01T00:01:00Z,21.5,x,7
            1,2026-01-01T00:02:00Z,22.5,x,7
            """);
        Path file = folder.resolve("out.csv");
        plant.exporting.exportTo(
                new ExportRequest(
                        List.of(plant.asset("P-1")),
                        Set.of("t"),
                        Instant.parse("2026-01-01T00:01:00Z"),
                        Instant.parse("2026-01-01T00:02:00Z"),
                        null),
                file,
                ImportProgress.NONE);
        assertThat(Files.readString(file)).isEqualTo("asset,serial,time,t\nPump 1,P-1,2026-01-01T00:01:00Z,21.5\n");
    }

    @Test
    void anAssetThatDoesNotFitIsLeftOutAndNamed() throws IOException {
        load(plant, Imports.mapping(METRICS + "header = no\n"), "1,2026-01-01T00:00:00Z,20.5,x,7\n");
        ExportReport report =
                export(Imports.mapping(METRICS.replace("Pump {1}", "Fan {1}") + "header = no\n"), folder.resolve("o"));
        assertThat(report.rows()).isZero();
        assertThat(report.leftOut())
                .containsExactly("“Pump 1” does not fit the mapping's asset.name and asset.serial.");
    }

    @Test
    void blanksCanNotHoldAGap() throws IOException {
        load(plant, Imports.mapping(METRICS + "header = no\n"), "1,2026-01-01T00:00:00Z,20.5,x,7\n");
        ExportReport report =
                export(Imports.mapping(METRICS + "header = no\nseparator = whitespace\n"), folder.resolve("out.txt"));
        assertThat(report.reason()).contains("can not be left empty");
        assertThat(folder.resolve("out.txt")).doesNotExist();
        assertThat(folder.resolve("out.txt.part")).doesNotExist();
    }

    @Test
    void whoMayNotExportIsRefused() {
        Imports viewer = new Imports("Viewer");
        ExportRequest request = new ExportRequest(List.of(), Set.of(), Instant.MIN, Instant.MAX, null);
        assertThatThrownBy(() -> viewer.exporting.exportTo(request, folder.resolve("o"), ImportProgress.NONE))
                .isInstanceOf(FailureException.class);
    }

    private static void load(Imports plant, ImportMapping mapping, String text) throws IOException {
        Path file = Files.createTempFile("import", ".csv");
        try {
            Files.writeString(file, text);
            assertThat(plant.importing
                            .importFile(new ImportRequest(file, mapping, false, false), ImportProgress.NONE)
                            .bad())
                    .isZero();
        } finally {
            Files.delete(file);
        }
    }

    private ExportReport export(@Nullable ImportMapping mapping, Path file) {
        List<UUID> assets = plant.session.assets().idsBySerial(List.of("P-1", "P-2")).values().stream()
                .sorted()
                .toList();
        return plant.exporting.exportTo(
                new ExportRequest(assets, Set.of(), Instant.MIN, Instant.MAX, mapping), file, ImportProgress.NONE);
    }
}
