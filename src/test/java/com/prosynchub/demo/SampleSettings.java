package com.prosynchub.demo;

import com.prosynchub.model.site.CodeKind;
import com.prosynchub.model.site.Holiday;
import com.prosynchub.model.site.NumberKind;
import com.prosynchub.model.site.Numbering;
import com.prosynchub.model.site.Shift;
import com.prosynchub.model.site.SiteSettings;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Settings of a dairy that works in three shifts. */
final class SampleSettings {
    private SampleSettings() {}

    static SiteSettings of(SiteSettings stored) {
        return new SiteSettings(
                stored.workingDays(),
                List.of(
                        new Shift("Early", LocalTime.of(6, 0), LocalTime.of(14, 0)),
                        new Shift("Late", LocalTime.of(14, 0), LocalTime.of(22, 0)),
                        new Shift("Night", LocalTime.of(22, 0), LocalTime.of(6, 0))),
                List.of(
                        new Holiday(LocalDate.of(2026, 5, 1), "Labour Day"),
                        new Holiday(LocalDate.of(2026, 12, 25), "Christmas Day")),
                Map.of(
                        CodeKind.WORK_ORDER_TYPE,
                        List.of("Corrective", "Preventive", "Inspection"),
                        CodeKind.PART_CATEGORY,
                        List.of("Seals", "Bearings", "Filters"),
                        CodeKind.DEPARTMENT,
                        List.of("Filling", "Cold store")),
                Map.of(NumberKind.WORK_ORDER, new Numbering("WO-", 5, 418), NumberKind.PART, new Numbering("P", 6, 1)),
                stored.revision());
    }
}
