package planted.model;

import planted.service.UnguardedService;

/** Breaks rule 1: the model knows a service. */
public record LeakyModel(UnguardedService service) {}
