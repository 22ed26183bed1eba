package com.prosynchub.ui.kit.theme;

import com.prosynchub.ui.kit.prefs.Preferences;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The person's choice of theme and scale, kept in the preferences; the window follows it at once. FX thread, no scene. */
public final class Appearance {
    /** Scales offered, in percent. */
    public static final List<Integer> SCALES = List.of(100, 110, 125, 150, 175, 200);

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final IntegerProperty scale = new SimpleIntegerProperty();

    public Appearance(Preferences preferences) {
        choice.set(Choice.ofWord(preferences.get(Preferences.THEME).orElse("")));
        scale.set(Math.clamp(
                preferences.getInt(Preferences.SCALE, ThemeManager.MIN_SCALE),
                ThemeManager.MIN_SCALE,
                ThemeManager.MAX_SCALE));
        choice.subscribe((before, now) -> preferences.put(Preferences.THEME, now.word()));
        scale.subscribe((before, now) -> preferences.putInt(Preferences.SCALE, now.intValue()));
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Percent, 100 to 200. */
    public IntegerProperty scaleProperty() {
        return scale;
    }

    /** Light, dark, or whatever the desktop is set to. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Choice ofWord(String word) {
            return switch (word) {
                case "light" -> LIGHT;
                case "dark" -> DARK;
                default -> SYSTEM;
            };
        }

        /** The theme to wear on a desktop that is dark or not. */
        public Theme theme(boolean darkDesktop) {
            return switch (this) {
                case LIGHT -> Theme.LIGHT;
                case DARK -> Theme.DARK;
                case SYSTEM -> darkDesktop ? Theme.DARK : Theme.LIGHT;
            };
        }
    }
}
