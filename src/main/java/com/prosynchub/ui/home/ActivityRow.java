package com.prosynchub.ui.home;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the activity feed.
 *
 * @param person empty when it may not be seen
 * @param asset the asset it is about, null for anything else
 */
public record ActivityRow(
        String person, String text, Instant at, @Nullable UUID asset) {}
