package planted.ui.kit;

import planted.ui.feature.StyleSetter;

/** Breaks rule 5: the kit knows a feature. */
public record KnowingKit(StyleSetter feature) {}
