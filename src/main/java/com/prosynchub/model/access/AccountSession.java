package com.prosynchub.model.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that is open just now.
 *
 * @param host address of the workstation
 * @param agent program and version
 * @param own whether it is the asker's
 */
public record AccountSession(
        UUID id,
        String workstation,
        @Nullable String host,
        @Nullable String agent,
        Instant since,
        Instant lastSeen,
        boolean own) {}
