package com.prosynchub.ui.kit.text;

import com.prosynchub.ui.kit.prefs.Preferences;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages the program speaks. The one in use is the JVM's default locale, so that {@link Messages}, formats and the
 * toolkit's own words agree; screens made afterwards speak it. FX thread.
 */
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    GERMAN("de", "Deutsch", Locale.GERMANY),
    SPANISH("es", "Español", Locale.of("es", "ES"));

    /** How this workstation writes numbers and dates, as the desktop was set when the program started. */
    private static final Locale DESKTOP = Locale.getDefault(Locale.Category.FORMAT);

    private static final Locale DESKTOP_WORDS = Locale.getDefault(Locale.Category.DISPLAY);

    private final String tag;
    private final String ownName;
    private final Locale usual;

    Language(String tag, String ownName, Locale usual) {
        this.tag = tag;
        this.ownName = ownName;
        this.usual = usual;
    }

    /** As kept in the preferences. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it; the same in every language, so that everybody finds it. */
    public String ownName() {
        return ownName;
    }

    /** The locale of numbers and dates: the desktop's country where the desktop speaks this language too. */
    public Locale locale() {
        return DESKTOP.getLanguage().equals(tag) ? DESKTOP : usual;
    }

    /** From here on, words and formats are this language's. */
    public void use() {
        Locale.setDefault(locale());
    }

    /** The language in use; English where the desktop's is none of these. */
    public static Language current() {
        return of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(ENGLISH);
    }

    /** The chosen one, else the desktop's, else English. */
    public static Language preferred(Preferences preferences) {
        return preferences
                .get(Preferences.LANGUAGE)
                .flatMap(Language::of)
                .or(() -> of(DESKTOP_WORDS.getLanguage()))
                .orElse(ENGLISH);
    }

    /** The language of a tag. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
