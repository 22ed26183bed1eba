package planted.data.postgres;

import planted.service.Printer;

/** Breaks rule 1: an adapter knows a service. */
record CuriousAdapter(Printer printer) {}
