package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.SampleWindow;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every scale in the smallest window and in a usual one: rail, alarm bar, bell and person stay inside it. */
@ExtendWith(FxToolkitExtension.class)
class LargeLettersFxTest {

    @ParameterizedTest
    @CsvSource({
        "1280, 800, 100, false",
        "1280, 800, 150, true",
        "1280, 800, 200, true",
        "1366, 768, 125, true",
        "1920, 1080, 200, true"
    })
    void theFrameStaysInTheWindow(int width, int height, int scale, boolean compact) {
        Scene scene = Fx.call(() -> {
            SampleWindow window = new SampleWindow(new SamplePlant("Administrator"));
            window.shell.start();
            window.shell.navigator().open("settings");
            Scene made = new Scene(window.shell.root(), width, height);
            ThemeManager.apply(made, Theme.LIGHT, scale);
            return made;
        });
        for (int i = 0; i < 3; i++) {
            Fx.pulse();
            Fx.run(() -> scene.snapshot(null));
        }
        for (String id : new String[] {"#rail-home", "#alarm-bar", "#bell", "#person-menu"}) {
            Bounds bounds = Fx.call(() -> {
                Node node = Objects.requireNonNull(scene.getRoot().lookup(id));
                return node.localToScene(node.getLayoutBounds());
            });
            assertThat(bounds.getMinX()).as(id).isGreaterThanOrEqualTo(0);
            assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(width);
            assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(height);
        }
        assertThat(Fx.call(() -> ((ToggleButton) scene.getRoot().lookup("#rail-home")).getContentDisplay()))
                .isEqualTo(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
}
