package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.NoticeLog;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendFilesViewModelTest {
    @TempDir
    Path folder;

    private final SamplePlant site = new SamplePlant("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner(new ManualUiScheduler(SamplePlant.NOW));
    private final NoticeLog notices = new NoticeLog();
    private final TrendsViewModel page =
            new TrendsViewModel(TrendPanelViewModel.Services.of(site.services, Formats.local()), tasks, notices);
    private final TrendFilesViewModel model = files(site);

    private TrendFilesViewModel files(SamplePlant of) {
        return new TrendFilesViewModel(of.services.gate(), of.services.trendExport(), tasks, notices, Formats.local());
    }

    @Test
    void theSamplesInViewAreWrittenAndSaid() throws IOException {
        UUID compressor = site.id("Ammonia compressor C-401");
        page.pick(new Line(
                compressor,
                "Ammonia compressor C-401",
                site.services.metrics().ofAsset(compressor).getFirst()));
        Path file = folder.resolve("trend.csv");
        model.samples(page.chosenProperty().get(), file);
        assertThat(Files.readAllLines(file)).hasSizeGreaterThan(700);
        assertThat(notices.last()).startsWith("success: ").endsWith(" samples were written to trend.csv.");
    }

    @Test
    void aPlaceThatCanNotBeWrittenIsSaid() {
        model.samples(page.chosenProperty().get(), folder.resolve("no folder").resolve("trend.xlsx"));
        assertThat(notices.last()).startsWith("warning: ").endsWith("can not be written. Choose another place.");
        model.picture(
                () -> {
                    throw new IOException("full");
                },
                folder.resolve("trend.png"));
        assertThat(notices.last()).contains("trend.png can not be written");
    }

    @Test
    void aViewerTakesNothingAlong() {
        assertThat(model.mayExport()).isTrue();
        assertThat(files(new SamplePlant("Viewer")).mayExport()).isFalse();
    }
}
