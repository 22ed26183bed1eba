package com.prosynchub.model.metric;

import java.time.Duration;
import java.time.Instant;

/**
 * How coarse summed-up history is; each level's buckets are made of a whole number of the level's before, about fifteen.
 * Buckets and blocks begin at multiples of their length since the epoch.
 */
public enum RollupLevel {
    SECONDS_4(Duration.ofSeconds(4), Duration.ofMinutes(15)),
    MINUTE(Duration.ofMinutes(1), Duration.ofHours(4)),
    QUARTER(Duration.ofMinutes(15), Duration.ofDays(2)),
    HOURS_4(Duration.ofHours(4), Duration.ofDays(32)),
    DAYS_2(Duration.ofDays(2), Duration.ofDays(512)),
    DAYS_32(Duration.ofDays(32), Duration.ofDays(8192));

    /** What is marked, and summed up anew from samples, at least. */
    public static final RollupLevel SLOT = QUARTER;

    private final long width;
    private final long block;

    RollupLevel(Duration width, Duration block) {
        this.width = width.toMillis();
        this.block = block.toMillis();
    }

    /** Milliseconds of one bucket. */
    public long width() {
        return width;
    }

    /** Milliseconds of one block, which is what is stored together. */
    public long block() {
        return block;
    }

    /** Where the block begins that holds a time. */
    public Instant blockOf(long time) {
        return Instant.ofEpochMilli(Math.floorDiv(time, block) * block);
    }

    /** The latest beginning of a bucket at or before a time. */
    public long floor(long time) {
        return Math.floorDiv(time, width) * width;
    }

    /** The earliest beginning of a bucket at or after a time. */
    public long ceil(long time) {
        return Math.ceilDiv(time, width) * width;
    }
}
