package com.prosynchub.ui.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No state is told by colour alone. Each grade's mark is drawn and reduced to where there is ink, whatever its colour or
 * grey: the shapes must still differ pair by pair.
 */
@ExtendWith(FxToolkitExtension.class)
class GreyscaleFxTest {
    private static final int SIZE = 32;
    /** Of the some 80 pixels of a mark, so many must differ; two drawings of one shape differ in none. */
    private static final int CLEARLY = 12;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyGradeIsToldByItsShape(Theme theme) {
        Map<Grade, BitSet> shapes = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            BitSet ink = ink(grade, theme, true);
            assertThat(ink(grade, theme, true)).as("drawn again, " + grade).isEqualTo(ink);
            shapes.put(grade, ink);
        }
        assertPairsDiffer(shapes);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void lettersTellThemApartAsWell(Theme theme) {
        Map<Grade, BitSet> letters = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            letters.put(grade, ink(grade, theme, false));
        }
        assertPairsDiffer(letters);
    }

    private static void assertPairsDiffer(Map<Grade, BitSet> drawn) {
        for (Grade one : Grade.values()) {
            for (Grade other : Grade.values()) {
                if (one.compareTo(other) < 0) {
                    BitSet difference = (BitSet) drawn.get(one).clone();
                    difference.xor(drawn.get(other));
                    assertThat(difference.cardinality())
                            .as("pixels that tell %s from %s", one, other)
                            .isGreaterThanOrEqualTo(CLEARLY);
                }
            }
        }
    }

    /** Where a compact badge has ink, with its shape alone or its letter alone. */
    private static BitSet ink(Grade grade, Theme theme, boolean shape) {
        Scene scene = Fx.call(() -> {
            SeverityBadge badge = new SeverityBadge().compact().show(grade);
            Node hidden =
                    shape ? badge.getChildren().getLast() : badge.getChildren().getFirst();
            hidden.setManaged(false);
            hidden.setVisible(false);
            Scene made = new Scene(new StackPane(badge), SIZE, SIZE);
            ThemeManager.apply(made, theme, 100);
            made.snapshot(null);
            return made;
        });
        Fx.pulse();
        Image image = Fx.call(() -> scene.snapshot(null));
        double ground = grey(image.getPixelReader().getColor(0, 0));
        double strongest = 0;
        double[] contrast = new double[SIZE * SIZE];
        for (int i = 0; i < contrast.length; i++) {
            contrast[i] = Math.abs(grey(image.getPixelReader().getColor(i % SIZE, i / SIZE)) - ground);
            strongest = Math.max(strongest, contrast[i]);
        }
        BitSet ink = new BitSet();
        for (int i = 0; i < contrast.length; i++) {
            ink.set(i, strongest > 0.02 && contrast[i] > strongest / 2);
        }
        return ink;
    }

    /** Luma after ITU-R BT.709, 0 to 1. */
    private static double grey(Color color) {
        return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
    }
}
