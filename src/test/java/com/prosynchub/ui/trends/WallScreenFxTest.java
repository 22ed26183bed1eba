package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.LiveWindow;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The wall by keys alone, alone on its screen, and for whom there is none. */
@ExtendWith(FxToolkitExtension.class)
class WallScreenFxTest {
    private LiveWindow window = LiveWindow.onAssets("Operator");

    @AfterEach
    void close() {
        window.close();
    }

    private void open() {
        Fx.run(() -> window.shell().navigator().open("wall"));
        window.awaitWords("Utilities");
    }

    private static long windows() {
        return Fx.call(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .filter(Window::isShowing)
                .count());
    }

    @Test
    void itGoesAloneOntoTheScreenAndComesBackByKeys() {
        open();
        long before = windows();
        window.keys(KeyCode.F11);
        Fx.until(() -> windows() == before + 1);
        assertThat(Fx.call(() -> window.find("#wall") == null)).isTrue();
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> windows() == before);
        Fx.until(() -> window.find("#wall") != null);
    }

    @Test
    void aStateIsToldInWordsAndAStoppedStoreIsSaid() {
        open();
        window.awaitWords("Critical");
        window.site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        Fx.run(() -> window.shell().navigator().screen().refresh());
        Fx.until(() -> window.find("#wall-state") instanceof Label state
                && state.getText().startsWith("No answer"));
        assertThat(Fx.call(() -> window.find(".psh-stale-tiles") != null)).isTrue();
    }

    @Test
    void aTechnicianHasNoWall() {
        window.close();
        window = LiveWindow.onAssets("Technician");
        Fx.run(() -> window.shell().navigator().open("wall"));
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#wall") == null && window.find("#rail-wall") == null))
                .isTrue();
    }
}
