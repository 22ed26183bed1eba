package planted.ui.feature;

import javafx.application.Platform;

/** Breaks rule 6: a feature posts to the FX thread by itself. */
public final class PlatformCaller {
    public void post() {
        Platform.runLater(() -> {});
    }
}
