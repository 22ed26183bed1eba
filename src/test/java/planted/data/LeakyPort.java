package planted.data;

import planted.service.Printer;

/** Breaks rule 1: a port knows a service. */
public record LeakyPort(Printer printer) {}
