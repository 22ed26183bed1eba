package planted.cycle.two;

import planted.cycle.one.First;

/** Breaks rule 12 together with the package it knows. */
public record Second(First first) {}
