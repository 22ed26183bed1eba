package com.prosynchub.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.health.StoreStatus;
import com.prosynchub.service.metric.ImportProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line's own answers: help, mistakes, and what needs no store. */
class CommandProgramTest {
    @TempDir
    Path temp;

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(Spoken.by("--data-dir", temp.toString()).exit()).isEqualTo(42);
    }

    @Test
    void versionAndHelpAreAnswered() {
        assertThat(Spoken.by("--version").out()).matches("(?s)ProSyncHub \\d+\\.\\d+\\.\\d+.*Java 2[5-9].*");
        assertThat(Spoken.by("--help").out()).contains("doctor", "service", "workstation", "demo");
        assertThat(Spoken.by("doctor", "--help").out()).contains("--json", "--data-dir");
    }

    @Test
    void wordsThatAreNotUnderstoodEndWithTwoAndASuggestion() {
        Spoken spoken = Spoken.by("--data-dri", "x");
        assertThat(spoken.exit()).isEqualTo(2);
        assertThat(spoken.err()).contains("--data-dir");
        assertThat(Spoken.by("docter").exit()).isEqualTo(2);
    }

    @Test
    void aMistakeInTheConfigurationIsOneSentence() throws Exception {
        Path file = Files.writeString(temp.resolve("c.properties"), "jdbc.usr=a\n");
        Spoken spoken = Spoken.by("--config", file.toString(), "doctor");
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err().lines()).singleElement().asString().contains("jdbc.usr; did you mean jdbc.user?");
    }

    @Test
    void theDoctorFoundsNothing() {
        Path data = temp.resolve("data");
        Spoken spoken = Spoken.by("doctor", "--data-dir", data.toString());
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.out()).contains("There is no data in " + data);
        assertThat(data).doesNotExist();
    }

    @Test
    void workstationsBelongToServers() {
        String data = temp.toString();
        assertThat(Spoken.by("--data-dir", data, "workstation", "add", "mill").err())
                .contains("--mongodb-uri");
        Spoken spoken =
                Spoken.by("--data-dir", data, "workstation", "add", "mill", "--mongodb-uri", "mongodb://127.0.0.1");
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("--config");
        Spoken servers = Spoken.by("--data-dir", data, "server", "setup");
        assertThat(servers.exit()).isEqualTo(1);
        assertThat(servers.err()).contains("--config");
    }

    @Test
    void aMappingThatCannotBeUsedIsRefusedBeforeAnythingStarts() throws Exception {
        Path mapping = Files.writeString(temp.resolve("m.properties"), "separtor = comma\n");
        Path data = temp.resolve("data");
        Spoken spoken =
                Spoken.by("metrics", "import", "x.csv", "--mapping", mapping.toString(), "--data-dir", data.toString());
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("Line 1").contains("separtor");
        assertThat(data).doesNotExist();
    }

    @Test
    void progressIsOneLineWithRateAndTimeLeft() {
        ImportProgress.State half =
                new ImportProgress.State(false, 1_500, 1_400, 90, 10, 0.5, 750, Duration.ofSeconds(62));
        assertThat(ProgressLine.text(half))
                .contains("[###############               ]")
                .contains(" 50 %")
                .contains("750/s")
                .endsWith("1:02 left");
    }

    @Test
    void theReportIsJsonThatSurvivesAnyText() {
        StoreStatus status =
                new StoreStatus(Failure.Store.RELATIONAL, true, "a \"b\"\n\\", null, Duration.ofMillis(2), List.of());
        DoctorReport report = new DoctorReport(List.of(status), Map.of("app.users", 3L), List.of("A\ttab."));
        assertThat(report.json())
                .isEqualTo("{\"well\":false,\"stores\":[{\"store\":\"relational\",\"reachable\":true,"
                        + "\"version\":\"a \\\"b\\\"\\n\\\\\",\"schemaVersion\":null,\"latencyMillis\":2.0}],"
                        + "\"rows\":{\"app.users\":3},\"problems\":[\"A\\ttab.\"]}");
    }
}
