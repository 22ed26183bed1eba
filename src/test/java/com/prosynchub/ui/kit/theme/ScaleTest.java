package com.prosynchub.ui.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void lengthsGrowAndHairlinesStay() {
        assertThat(ThemeManager.scaleLengths("-fx-padding: 4px 12px 0 1px; -fx-font-size: 13px;", 1.5))
                .isEqualTo("-fx-padding: 6.00px 18.00px 0 1px; -fx-font-size: 19.50px;");
    }

    @Test
    void namesWithDigitsAreNotLengths() {
        assertThat(ThemeManager.scaleLengths(".gap-4 { -fx-spacing: 4px; } #a12px {}", 2))
                .isEqualTo(".gap-4 { -fx-spacing: 8.00px; } #a12px {}");
    }
}
