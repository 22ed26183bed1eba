package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.service.metric.ImportReport.Outcome;
import com.prosynchub.service.metric.ImportReport.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody should import, and what is said of them. */
class HostileFilesTest {
    private static final String HEAD = "time,pump,temp\n";
    private static final String GOOD = "2026-01-01T00:00:00Z,1,20.5\n";

    @TempDir
    Path folder;

    private final Imports plant = new Imports("Manager");

    @Test
    void noFile() {
        ImportReport report = importing(folder.resolve("absent.csv"), "");
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).startsWith("There is no file");
        assertThat(importing(folder, "").reason()).endsWith("is not a file.");
    }

    @Test
    void nothingInIt() throws IOException {
        assertThat(load("").reason()).isEqualTo("The file is empty.");
        assertThat(load("\n\n").reason()).isEqualTo("The file holds no header and no rows.");
        assertThat(load(HEAD).reason()).isEqualTo("The file holds no rows.");
    }

    @Test
    void noText() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        assertThat(load(noise).reason()).contains("binary");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write((HEAD + GOOD).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(load(zipped.toByteArray()).reason()).contains("gzip");
        assertThat(load(new byte[] {'P', 'K', 3, 4, 0, 0}).reason()).contains("Excel");
        assertThat(load((HEAD + GOOD).getBytes(StandardCharsets.UTF_16)).reason())
                .contains("encoding = UTF-16");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere() throws IOException {
        assertThat(load("time,pump,heat\n" + GOOD).reason())
                .isEqualTo("The file has no column “temp”; its columns are time, pump, heat.");
    }

    @Test
    void aSingleNulSpoilsItsRowOnly() throws IOException {
        assertOneBad(load(HEAD + GOOD + "2026-01-01T00:01:00Z,1\0,20.5\n" + GOOD.replace("00:00Z", "02:00Z")), "NUL");
    }

    @Test
    void anEndlessLineSpoilsItsRowOnly() throws IOException {
        String endless = "2026-01-01T00:01:00Z,1," + "9".repeat(10_000_000) + "\n";
        assertOneBad(load(HEAD + GOOD + endless + GOOD.replace("00:00Z", "02:00Z")), "longer than a million signs");
    }

    @Test
    void manyColumnsAreJustColumns() throws IOException {
        assertThat(load(HEAD + GOOD.strip() + ",".repeat(100_000) + "\n").stored())
                .isEqualTo(1);
    }

    @Test
    void anotherEncodingIsSaid() throws IOException {
        byte[] latin =
                (HEAD + GOOD + "2026-01-01T00:01:00Z,Kühlpumpe,20.5\n").getBytes(Charset.forName("windows-1252"));
        ImportReport report = load(latin);
        assertThat(report.badRows().getFirst().reason()).contains("encoding");
        assertThat(report.stored()).isEqualTo(1);
        assertThat(importing(folder.resolve("data.csv"), "encoding = windows-1252\n")
                        .stored())
                .isEqualTo(1);
    }

    @Test
    void aQuotationMarkThatNeverClosesEndsTheReading() throws IOException {
        ImportReport report = load(HEAD + GOOD + "2026-01-01T00:01:00Z,\"1,20.5\n" + GOOD.repeat(400_000));
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.outcome()).isIn(Outcome.INTERRUPTED, Outcome.COMPLETED);
        assertThat(report.bad() > 0 || String.valueOf(report.reason()).contains("quotation mark"))
                .isTrue();
    }

    @Test
    void aByteOrderMarkIsNoLetterOfTheFirstColumn() throws IOException {
        assertThat(load("\uFEFF" + HEAD + GOOD).stored()).isEqualTo(1);
    }

    @Test
    void windowsLinesAndAMissingLastLineEndAreFine() throws IOException {
        assertThat(load((HEAD + GOOD.strip()).replace("\n", "\r\n")).stored()).isEqualTo(1);
    }

    private static void assertOneBad(ImportReport report, String reason) {
        assertThat(report.badRows()).extracting(Refusal::line).containsExactly(3L);
        assertThat(report.badRows().getFirst().reason()).contains(reason);
        assertThat(report.stored()).isEqualTo(2);
    }

    private ImportReport load(String text) throws IOException {
        return load(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport load(byte[] bytes) throws IOException {
        return importing(Files.write(folder.resolve("data.csv"), bytes), "");
    }

    private ImportReport importing(Path file, String more) {
        return plant.importing.importFile(
                new ImportRequest(file, Imports.mapping("""
                    asset.name = Pump {pump}
                    asset.serial = P-{pump}
                    asset.type = Pump
                    create.assets = yes
                    create.metrics = yes
                    create.types = yes
                    time.column = time
                    metric.temperature.column = temp
                    """ + more), false, false), ImportProgress.NONE);
    }
}
