package com.prosynchub.ui.kit.picture;

import javafx.scene.image.Image;

/** What an address came to. Immutable. */
public sealed interface PictureResult {
    /** Decoded, and no larger than it is ever shown. */
    record Loaded(Image image) implements PictureResult {}

    record Failed(PictureProblem problem) implements PictureResult {}
}
