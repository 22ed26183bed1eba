package com.prosynchub.ui.kit.theme;

/** Style classes that Java code may name. Their looks are in the sheets beside {@code theme/*.css}. */
public final class Styles {
    public static final String TITLE = "psh-title";
    public static final String HEADING = "psh-heading";
    public static final String STRONG = "psh-strong";
    public static final String MUTED = "psh-muted";
    public static final String FAINT = "psh-faint";
    public static final String SMALL = "psh-small";
    public static final String CAPTION = "psh-caption";
    public static final String MONO = "psh-mono";
    public static final String DANGER_TEXT = "psh-danger-text";
    public static final String GOOD_TEXT = "psh-good-text";

    public static final String SURFACE = "psh-surface";
    public static final String SUNKEN = "psh-sunken";
    public static final String PAGE = "psh-page";
    public static final String LINE_BELOW = "psh-line-below";
    public static final String GAP_4 = "psh-gap-4";
    public static final String GAP_8 = "psh-gap-8";
    public static final String GAP_12 = "psh-gap-12";
    public static final String GAP_16 = "psh-gap-16";
    public static final String GAP_24 = "psh-gap-24";
    public static final String PAD_8 = "psh-pad-8";
    public static final String PAD_12 = "psh-pad-12";
    public static final String PAD_16 = "psh-pad-16";
    public static final String PAD_24 = "psh-pad-24";

    /** The one primary action of a screen. */
    public static final String ACCENT = "accent";
    /** A button without a border. */
    public static final String FLAT = "flat";
    /** An action that cannot be undone. */
    public static final String DANGER = "danger";
    /** Rows of 28 px instead of 36. */
    public static final String DENSE = "dense";

    public static final String ICON_BUTTON = "psh-icon-button";
    public static final String ICON_LARGE = "psh-icon-large";
    /** On a column: right aligned, header too. */
    public static final String NUMBER_COLUMN = "psh-number-column";
    /** On a tree cell: a drop here would be taken. */
    public static final String DROP_TARGET = "psh-drop-target";
    /** On a form field: its entry breaks a rule. */
    public static final String INVALID = "psh-invalid";

    private Styles() {}
}
