package planted.service;

import planted.data.postgres.ShownAdapter;

/** Breaks rule 1: a service knows an adapter. */
public record AdapterUser(ShownAdapter adapter) {}
