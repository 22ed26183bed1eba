package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.site.CodeKind;
import com.prosynchub.model.site.Holiday;
import com.prosynchub.model.site.NumberKind;
import com.prosynchub.model.site.Numbering;
import com.prosynchub.model.site.Shift;
import com.prosynchub.model.site.SiteSettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings there and back, who may save them, and the rules that hold against plain SQL. */
class SiteSettingsIT {
    private static final TestSite SITE = TestSite.fresh();

    @Test
    void theyComeBackAsTheyWereSavedAndAnOldVersionIsNoticed() {
        try (RelationalSession administrator = SITE.session("Administrator");
                RelationalSession viewer = SITE.session("Viewer")) {
            SiteSettings fresh = administrator.siteSettings().read();
            assertThat(fresh.codes(CodeKind.WORK_ORDER_TYPE)).contains("Corrective");
            SiteSettings mine = new SiteSettings(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                    List.of(new Shift("Night \"late\"", LocalTime.of(22, 0), LocalTime.of(6, 0))),
                    List.of(new Holiday(LocalDate.of(2026, 12, 25), "Christmas\\Day")),
                    Map.of(
                            CodeKind.WORK_ORDER_TYPE,
                            List.of("Corrective"),
                            CodeKind.PART_CATEGORY,
                            List.of(),
                            CodeKind.DEPARTMENT,
                            List.of("Filling", "Wärme")),
                    Map.of(
                            NumberKind.WORK_ORDER,
                            new Numbering("WO-", 5, 42),
                            NumberKind.ASSET,
                            Numbering.STANDARD,
                            NumberKind.PART,
                            Numbering.STANDARD),
                    fresh.revision());
            assertThat(administrator.siteSettings().save(mine)).isInstanceOf(SaveResult.Saved.class);
            SiteSettings seen = viewer.siteSettings().read();
            assertThat(seen)
                    .usingRecursiveComparison()
                    .ignoringFields("revision")
                    .isEqualTo(mine);
            assertThat(administrator.siteSettings().save(mine)).isInstanceOf(SaveResult.Conflict.class);
            assertThatThrownBy(() -> viewer.siteSettings().save(seen)).isInstanceOf(FailureException.class);
            SiteSettings back = new SiteSettings(
                    seen.workingDays(),
                    seen.shifts(),
                    seen.holidays(),
                    seen.codes(),
                    Map.of(NumberKind.WORK_ORDER, new Numbering("WO-", 5, 41)),
                    seen.revision());
            assertThatThrownBy(() -> administrator.siteSettings().save(back))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("numberBack");
        }
    }
}
