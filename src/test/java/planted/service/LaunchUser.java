package planted.service;

import planted.launch.Starter;

/** Breaks rule 1: somebody knows the composition root. */
public record LaunchUser(Starter starter) {}
