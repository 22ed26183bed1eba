package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.theme.Styles;
import org.kordamp.ikonli.Ikon;
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
}
