package com.prosynchub.model.location;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A physical place.
 *
 * @param id 0 for one that is not stored yet
 * @param latitude degrees north, -90 to 90, seven decimals
 * @param longitude degrees east, -180 to 180, seven decimals
 */
public record Location(
        int id,
        String name,
        @Nullable String description,
        @Nullable String address,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country,
        @Nullable String postalCode,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable Integer parentLocationId,
        int revision) {}
