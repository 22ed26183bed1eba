package com.prosynchub.ui.kit.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.PictureServer;
import com.prosynchub.fixture.PngWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a web server of this computer: what is shown, and what is refused with which reason. */
@ExtendWith(FxToolkitExtension.class)
class PictureReaderFxTest {
    private static final PictureReader.Limits TIGHT = new PictureReader.Limits(40_000, 10_000, Duration.ofSeconds(5));

    private final PictureServer server = new PictureServer();
    private final PictureReader reader = new PictureReader(TIGHT);

    @TempDir
    private Path folder;

    private byte[] png = {};

    @BeforeEach
    void paint() throws IOException {
        png = picture(40, 30);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatAServerSendsIsShownWhateverItIsCalled() {
        assertShown(server.sends("/pump.png", "image/png", png), 40, 30);
        assertShown(server.sends("/pump", "text/html", png), 40, 30);
    }

    @Test
    void aFileOfThisComputerIsShown() throws IOException {
        Path file = Files.write(folder.resolve("pump 1.png"), png);
        assertShown(file.toUri().toString(), 40, 30);
    }

    @Test
    void aLargePictureIsShrunkToWhatIsEverShown() throws IOException {
        PictureReader patient = new PictureReader(PictureReader.Limits.USUAL);
        PictureResult result = patient.read(server.sends("/wall.png", "image/png", picture(1920, 960)));
        assertThat(result).isInstanceOfSatisfying(PictureResult.Loaded.class, loaded -> {
            assertThat(loaded.image().getWidth()).isEqualTo(640);
            assertThat(loaded.image().getHeight()).isEqualTo(320);
        });
    }

    @Test
    void whatIsNoPictureIsNotShownEvenIfItIsCalledOne() {
        byte[] page = "<html>sign in, please</html>".getBytes(StandardCharsets.US_ASCII);
        assertProblem(server.sends("/page.png", "image/png", page), PictureProblem.NOT_A_PICTURE);
        assertProblem(server.sends("/none.png", "image/png", new byte[0]), PictureProblem.NOT_A_PICTURE);
        assertProblem(server.sends("/head.png", "image/png", Arrays.copyOf(png, 12)), PictureProblem.NOT_A_PICTURE);
        assertProblem(server.sends("/cut.png", "image/png", Arrays.copyOf(png, 40)), PictureProblem.NOT_A_PICTURE);
    }

    @Test
    void tooManyBytesOrPixelsAreRefused() throws IOException {
        byte[] padded = Arrays.copyOf(png, TIGHT.bytes() + 1);
        assertProblem(server.sends("/long.png", "image/png", padded), PictureProblem.TOO_LARGE);
        byte[] flat = picture(101, 100);
        assertThat(flat.length).as("few bytes, many pixels").isLessThan(TIGHT.bytes());
        assertProblem(server.sends("/flat.png", "image/png", flat), PictureProblem.TOO_LARGE);
        Path file = Files.write(folder.resolve("long.png"), padded);
        assertProblem(file.toUri().toString(), PictureProblem.TOO_LARGE);
    }

    @Test
    void aServersNoIsToldApartFromSilence() throws IOException {
        assertProblem(server.answers("/gone", 404), PictureProblem.REFUSED);
        assertProblem(server.answers("/private", 401), PictureProblem.REFUSED);
        PictureReader hasty = new PictureReader(new PictureReader.Limits(40_000, 10_000, Duration.ofMillis(200)));
        assertThat(hasty.read(server.isSilent("/silent"))).isEqualTo(new PictureResult.Failed(PictureProblem.TOO_SLOW));
        String nobody = closedPort();
        assertProblem(nobody, PictureProblem.UNREACHABLE);
        assertProblem(folder.resolve("none.png").toUri().toString(), PictureProblem.UNREACHABLE);
        assertProblem(folder.toUri().toString(), PictureProblem.UNREACHABLE);
    }

    @Test
    void redirectsAreFollowedToTheWebOnlyAndNotForEver() throws IOException {
        String there = server.sends("/there.png", "image/png", png);
        assertShown(server.redirects("/moved", there), 40, 30);
        assertShown(server.redirects("/relative", "/there.png"), 40, 30);
        Path file = Files.write(folder.resolve("secret.png"), png);
        assertProblem(server.redirects("/file", file.toUri().toString()), PictureProblem.SENT_ELSEWHERE);
        assertProblem(server.redirects("/round", "/round"), PictureProblem.SENT_ELSEWHERE);
        assertThat(server.asked().stream().filter("/round"::equals)).hasSize(4);
        String named = there.replace("http://", "http://anna:secret@");
        assertProblem(server.redirects("/named", named), PictureProblem.CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pump.png",
                "ftp://localhost/pump.png",
                "jar:file:/tmp/a.jar!/pump.png",
                "data:image/png;base64,AAAA",
                "http:pump.png",
                "http://",
                "file://server/share/pump.png",
                "file:////server/share/pump.png",
                "file:pump.png",
                "C:\\pictures\\pump.png",
                "\\\\server\\share\\pump.png"
            })
    void otherAddressesAreNotEvenTried(String address) {
        assertProblem(address, PictureProblem.ADDRESS);
    }

    @Test
    void aPasswordInTheAddressIsNeverSent() {
        String plain = server.sends("/named.png", "image/png", png);
        assertProblem(plain.replace("http://", "http://anna:secret@"), PictureProblem.CREDENTIALS);
        assertThat(server.asked()).isEmpty();
    }

    private String closedPort() {
        PictureServer closed = new PictureServer();
        closed.close();
        return closed.address("/pump.png");
    }

    private byte[] picture(int width, int height) throws IOException {
        Path file = folder.resolve(width + "x" + height + ".png");
        PngWriter.write(new WritableImage(width, height), file);
        return Files.readAllBytes(file);
    }

    private void assertShown(String address, int width, int height) {
        assertThat(reader.read(address)).isInstanceOfSatisfying(PictureResult.Loaded.class, loaded -> {
            assertThat(loaded.image().getWidth()).isEqualTo(width);
            assertThat(loaded.image().getHeight()).isEqualTo(height);
        });
    }

    private void assertProblem(String address, PictureProblem problem) {
        assertThat(reader.read(address)).isEqualTo(new PictureResult.Failed(problem));
    }
}
