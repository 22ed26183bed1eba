package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.theme.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.carbonicons.CarbonIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of one pack in two sizes; colour comes from the sheet. */
public final class Icons {
    private Icons() {}

    /** 16 px. */
    public static FontIcon of(Ikon ikon) {
        return new FontIcon(ikon);
    }

    /** 20 px. */
    public static FontIcon large(Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add(Styles.ICON_LARGE);
        return icon;
    }

    /** The icon of a description code such as {@code carbon-chemistry}; {@code otherwise} for none or an unknown one. */
    public static Ikon named(@Nullable String code, Ikon otherwise) {
        if (code == null || code.isBlank()) {
            return otherwise;
        }
        try {
            return CarbonIcons.findByDescription(code);
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }
}
