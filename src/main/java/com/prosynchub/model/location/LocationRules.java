package com.prosynchub.model.location;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;

/** What a valid location is; the same limits as the columns'. */
public final class LocationRules {
    public static final int NAME = 100;
    public static final int PLACE = 100;
    public static final int POSTAL_CODE = 20;

    private LocationRules() {}

    /** The rules that {@code l} breaks, by field. Half a coordinate is none: both or neither. */
    public static List<Violation> check(Location l) {
        return new FieldChecks()
                .required("name", l.name())
                .longest("name", l.name(), NAME)
                .longest("city", l.city(), PLACE)
                .longest("state", l.state(), PLACE)
                .longest("country", l.country(), PLACE)
                .longest("postalCode", l.postalCode(), POSTAL_CODE)
                .number("latitude", l.latitude(), "-90", "90", 7)
                .number("longitude", l.longitude(), "-180", "180", 7)
                .when(l.latitude() == null && l.longitude() != null, "latitude", "together", "longitude")
                .when(l.longitude() == null && l.latitude() != null, "longitude", "together", "latitude")
                .when(
                        l.id() != 0 && l.parentLocationId() != null && l.id() == l.parentLocationId(),
                        "parentLocationId",
                        "cycle")
                .violations();
    }
}
