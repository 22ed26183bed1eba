package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** Buttons by purpose. Texts are verbs with their thing: "Create asset", never "OK". */
public final class Buttons {
    private Buttons() {}

    /** The one primary action of a screen or dialog. */
    public static Button primary(String text, Runnable action) {
        return styled(text, action, Styles.ACCENT);
    }

    public static Button secondary(String text, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    public static Button secondary(String text, Ikon ikon, Runnable action) {
        Button button = secondary(text, action);
        button.setGraphic(Icons.of(ikon));
        return button;
    }

    /** Without a border, for actions of little weight. */
    public static Button quiet(String text, Runnable action) {
        return styled(text, action, Styles.FLAT);
    }

    /** For what cannot be undone. */
    public static Button danger(String text, Runnable action) {
        return styled(text, action, Styles.DANGER);
    }

    /** An icon alone; its tooltip is also what a screen reader says. */
    public static Button icon(Ikon ikon, String tooltip, Runnable action) {
        Button button = styled("", action, Styles.FLAT);
        button.getStyleClass().add(Styles.ICON_BUTTON);
        button.setGraphic(Icons.of(ikon));
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        return button;
    }

    private static Button styled(String text, Runnable action, String styleClass) {
        Button button = secondary(text, action);
        button.getStyleClass().add(styleClass);
        return button;
    }
}
