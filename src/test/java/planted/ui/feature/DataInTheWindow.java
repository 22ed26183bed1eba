package planted.ui.feature;

import planted.data.LeakyPort;

/** Breaks rule 1: the window reaches past the services. */
public record DataInTheWindow(LeakyPort port) {}
