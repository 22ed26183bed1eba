package com.prosynchub.ui.kit.theme;

import java.util.Locale;

/** The planner's bright desk and the dark control room. */
public enum Theme {
    LIGHT("primer-light"),
    DARK("primer-dark");

    private final String base;

    Theme(String base) {
        this.base = base;
    }

    /** The class path of AtlantaFX's theme below ours. */
    String basePath() {
        return "/atlantafx/base/theme/" + base + ".css";
    }

    /** The class path of our tokens. */
    String tokensPath() {
        return "/com/prosynchub/ui/theme/tokens-" + word() + ".css";
    }

    /** {@code light} or {@code dark}, as kept in the preferences. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of a word; light for any other. */
    public static Theme ofWord(String word) {
        return "dark".equals(word) ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
