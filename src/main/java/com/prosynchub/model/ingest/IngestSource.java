package com.prosynchub.model.ingest;

import java.time.Instant;

/**
 * Where measured values come from, and what came so far.
 *
 * @param name short and fixed, such as {@code files}
 * @param counts since the source was first heard
 * @param perMinute samples stored in the last whole minute; zero where nothing came in it
 * @param heardAt when the last batch came, by the store's clock
 */
public record IngestSource(String name, IngestCounts counts, long perMinute, Instant heardAt) {}
