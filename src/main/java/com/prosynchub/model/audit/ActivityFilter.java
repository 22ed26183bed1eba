package com.prosynchub.model.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the feed are asked for.
 *
 * @param person who did it; null for everybody
 * @param records on whose screens the lines stand; empty for all
 * @param kinds what they are about; empty for all
 * @param from first moment; null for an open end
 * @param until moment after the last; null for an open end
 */
public record ActivityFilter(
        @Nullable UUID person,
        Set<RecordKey> records,
        Set<ActivityKind> kinds,
        @Nullable Instant from,
        @Nullable Instant until) {
    public ActivityFilter {
        records = Set.copyOf(records);
        kinds = Set.copyOf(kinds);
    }

    public static ActivityFilter all() {
        return new ActivityFilter(null, Set.of(), Set.of(), null, null);
    }

    public ActivityFilter of(@Nullable UUID who) {
        return new ActivityFilter(who, records, kinds, from, until);
    }

    public ActivityFilter about(Set<RecordKey> which) {
        return new ActivityFilter(person, which, kinds, from, until);
    }

    public ActivityFilter ofKinds(Set<ActivityKind> which) {
        return new ActivityFilter(person, records, which, from, until);
    }

    public ActivityFilter between(@Nullable Instant first, @Nullable Instant after) {
        return new ActivityFilter(person, records, kinds, first, after);
    }
}
