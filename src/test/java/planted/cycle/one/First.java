package planted.cycle.one;

import planted.cycle.two.Second;

/** Breaks rule 12 together with the package it knows. */
public record First(Second second) {}
