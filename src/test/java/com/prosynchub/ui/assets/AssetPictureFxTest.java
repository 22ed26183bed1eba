package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.PictureServer;
import com.prosynchub.fixture.PngWriter;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.kit.picture.PictureBox;
import com.prosynchub.ui.kit.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The picture in an asset's overview: fetched from its address, replaced with the asset, and a reason where there is none. */
@ExtendWith(FxToolkitExtension.class)
class AssetPictureFxTest {
    private static final String COMPRESSOR = "Ammonia compressor C-401";
    private static final String MOTOR = "Drive motor M-401";

    private final PictureServer server = new PictureServer();
    private final LiveWindow window = LiveWindow.onAssets("Manager");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        window.close();
        server.close();
    }

    @Test
    void thePictureIsShownAndNeverStaysWithAnotherAsset() throws IOException {
        Path file = folder.resolve("c401.png");
        PngWriter.write(new WritableImage(64, 48), file);
        picture(COMPRESSOR, server.sends("/c401.png", "image/png", Files.readAllBytes(file)));
        open(COMPRESSOR);
        Fx.until(() -> image().getImage() != null);
        assertThat(Fx.<Double>call(() -> image().getImage().getWidth())).isEqualTo(64);
        open(MOTOR);
        Fx.until(() -> image().getImage() == null);
        assertThat(Fx.<String>call(() -> box().reason()))
                .isEqualTo(Messages.kit().text("picture.none"));
        open(COMPRESSOR);
        Fx.until(() -> image().getImage() != null);
        assertThat(server.asked()).as("kept after the first time").containsExactly("/c401.png");
    }

    @Test
    void whyThereIsNoneIsSaidWhenPointedAt() {
        picture(COMPRESSOR, server.answers("/gone.png", 404));
        open(COMPRESSOR);
        Fx.until(() -> box().reason().equals(Messages.kit().text("picture.refused")));
        assertThat(Fx.<Boolean>call(() -> image().getImage() == null)).isTrue();
    }

    private void picture(String name, String address) {
        Asset stored = window.site.session.assets().find(window.site.id(name)).orElseThrow();
        AssetDraft draft = new AssetDraft();
        draft.show(stored);
        draft.text("imageUrl").set(address);
        window.site.session.assets().update(draft.read(stored, new FieldChecks()));
    }

    private void open(String name) {
        Fx.run(() ->
                window.shell().navigator().open("assets", window.site.id(name).toString()));
        Fx.until(() -> window.find("#asset-picture") != null);
    }

    private PictureBox box() {
        return (PictureBox) java.util.Objects.requireNonNull(window.find("#asset-picture"));
    }

    private ImageView image() {
        return (ImageView) java.util.Objects.requireNonNull(box().lookup(".image-view"));
    }
}
