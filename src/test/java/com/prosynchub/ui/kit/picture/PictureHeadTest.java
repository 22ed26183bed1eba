package com.prosynchub.ui.kit.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureHeadTest {
    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A 0000000D 49484452 00000280 000001E0, 640, 480",
        "474946383961 8002 E001 000000, 640, 480",
        "FFD8 FFE0 0004 0000 FFC0 0011 08 01E0 0280 03, 640, 480",
        "FFD8 FFE0 0004 0000 FFC4 0004 0000 FFFF C2 0011 08 01E0 0280 03, 640, 480"
    })
    void readsTheSizeOfEachKind(String hex, int width, int height) throws PictureException {
        assertThat(PictureHead.of(bytes(hex))).isEqualTo(new PictureHead(width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "FFD8 FFE0 FFFF 0000",
        "FFD8 FF",
        "FFD8 FFE0 0000 FFD9",
        "47494638",
        "89504E470D0A1A0A 0000000D 49484452 FFFFFFFF 00000001",
        "3C737667 20786D6C"
    })
    void whatIsCutOrBentIsNoPicture(String hex) {
        assertThatThrownBy(() -> PictureHead.of(bytes(hex))).isInstanceOf(PictureException.class);
    }

    @Test
    void aHugeOneCountsItsPixelsWithoutOverflow() throws PictureException {
        String hex = "89504E470D0A1A0A 0000000D 49484452 7FFFFFFF 7FFFFFFF";
        assertThat(PictureHead.of(bytes(hex)).pixels()).isGreaterThan(Integer.MAX_VALUE);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
