package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLayoutTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1000, 700, 1",
        "2, 1000, 700, 1",
        "3, 1000, 700, 1",
        "4, 1000, 700, 2",
        "6, 1000, 700, 2",
        "12, 1000, 700, 2",
        "4, 1900, 1000, 2",
        "6, 1900, 1000, 2",
        "9, 1900, 1000, 3",
        "12, 1900, 1000, 3",
        "8, 320, 700, 1"
    })
    void chartsFallIntoColumnsThatCanBeRead(int charts, double width, double height, int columns) {
        assertThat(PageLayout.columns(charts, width, height)).isEqualTo(columns);
    }
}
