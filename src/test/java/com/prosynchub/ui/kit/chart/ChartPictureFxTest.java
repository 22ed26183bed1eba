package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;

@ExtendWith(FxToolkitExtension.class)
class ChartPictureFxTest {
    @TempDir
    Path folder;

    private final ManualUiScheduler ui = new ManualUiScheduler();
    private ChartWindow window;

    @BeforeEach
    void show() {
        window = new ChartWindow(List.of(model(50), model(60)), ui);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TrendModel model(double mean) {
        TrendModel model = new TrendModel(ui.clock());
        Trace trace = new Trace("t", "Temperature", "°C", 1);
        for (int i = 600; i >= 0; i--) {
            trace.series().append(model.now() - i * 1000L, mean + Math.sin(i / 60.0) * 3);
        }
        model.setTraces(List.of(trace));
        model.setSpan(Duration.ofMinutes(10));
        return model;
    }

    @Test
    void aPngHoldsEveryChartAtTwiceItsSizeAndTheScreenIsAsItWas() throws IOException {
        int width =
                Fx.call(() -> Objects.requireNonNull(window.chart().painted()).width());
        ChartPicture picture = Fx.call(() -> ChartPicture.take("Pump P-101", "A. Operator", window.charts));
        Path file = folder.resolve("trend.png");
        picture.writePng(file);
        Image read = new Image(file.toUri().toString());
        assertThat(read.isError()).isFalse();
        assertThat(read.getWidth()).isEqualTo(picture.width()).isGreaterThan(1800);
        assertThat(read.getHeight()).isEqualTo(picture.height()).isGreaterThan(1600);
        int line = Fx.call(() -> window.chart().colors().trace(0));
        long inked = 0;
        for (int y = 0; y < read.getHeight(); y++) {
            for (int x = 0; x < read.getWidth(); x++) {
                inked += read.getPixelReader().getArgb(x, y) == line ? 1 : 0;
            }
        }
        assertThat(inked).as("pixels of the two lines").isGreaterThan(3000);
        Fx.pulse();
        assertThat(Fx.call(
                        () -> Objects.requireNonNull(window.chart().painted()).width()))
                .isEqualTo(width);
        assertThat(window.texts(window.chart())).contains("Live");
    }

    @Test
    void aPdfHoldsTheChartsOnPages() throws IOException {
        ChartPicture picture = Fx.call(() -> ChartPicture.take("Pump P-101", "", window.charts));
        Path file = folder.resolve("trend.pdf");
        picture.writePdf(file);
        try (PdfReader reader = new PdfReader(Files.readAllBytes(file))) {
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            assertThat(reader.getInfo()).containsEntry("Title", "Pump P-101");
        }
    }

    @Test
    void aFileThatIsThereSurvivesAFailureAndNothingIsLeftBeside() throws IOException {
        Path file = folder.resolve("trend.png");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> ChartPicture.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
