package com.prosynchub.model.metric;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often values went beyond one limit, counted as it is judged: with deadband and delays.
 *
 * @param times how often it began
 * @param total how long in all
 * @param longest how long at most
 * @param first when it began first; null where it never did
 * @param last when it began last; null where it never did
 * @param lasting whether the last time was not over with the last value
 */
public record LimitCrossings(
        LimitKind kind,
        BigDecimal limit,
        int times,
        Duration total,
        Duration longest,
        @Nullable Instant first,
        @Nullable Instant last,
        boolean lasting) {}
