package com.prosynchub.model.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a field was by the ledger, and what it is now.
 *
 * @param former null for empty
 * @param present null for empty
 * @param revision of the record as it stands now
 */
public record FormerValue(@Nullable String former, @Nullable String present, int revision) {}
