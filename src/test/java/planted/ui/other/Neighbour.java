package planted.ui.other;

import planted.ui.feature.StyleSetter;

/** Breaks rule 4: a feature knows another. */
public record Neighbour(StyleSetter other) {}
