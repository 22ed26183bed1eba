package com.prosynchub.service.metric;

import java.time.Instant;

/** Times of the first and the last sample of an asset. */
public record TrendSpan(Instant first, Instant last) {}
