package com.prosynchub.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.site.CodeKind;
import com.prosynchub.model.site.NumberKind;
import com.prosynchub.model.site.Numbering;
import com.prosynchub.model.site.Shift;
import com.prosynchub.model.site.SiteSettings;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteSettingsViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final SiteSettingsViewModel model =
            new SiteSettingsViewModel(site.services.siteSettings(), new DirectTaskRunner(), site.notices);

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void everythingTypedIsSavedAsOne() {
        assertThat(model.form().isDirty()).isFalse();
        model.draft.day(DayOfWeek.SATURDAY).set(true);
        model.draft.shifts().add(model.draft.line("Night", "22:00", "6:00"));
        model.draft.holidays().add(model.draft.line("2026-12-25", "Christmas"));
        model.draft.codes(CodeKind.DEPARTMENT).add(model.draft.line("Filling"));
        model.draft.codes(CodeKind.DEPARTMENT).add(model.draft.line("  "));
        model.draft.numbering(NumberKind.WORK_ORDER).cell(0).set("WO-");
        assertThat(model.form().isDirty()).isTrue();
        model.form().save();
        SiteSettings stored = site.services.siteSettings().read();
        assertThat(stored.workingDays()).contains(DayOfWeek.SATURDAY);
        assertThat(stored.shifts()).containsExactly(new Shift("Night", LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(stored.shiftAt(LocalTime.of(3, 0))).map(Shift::name).contains("Night");
        assertThat(stored.shiftAt(LocalTime.NOON)).isEmpty();
        assertThat(stored.isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(stored.isWorkingDay(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(stored.codes(CodeKind.DEPARTMENT)).containsExactly("Filling");
        assertThat(stored.numbering(NumberKind.WORK_ORDER).sample()).isEqualTo("WO-00001");
        assertThat(model.form().isDirty()).isFalse();
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        model.draft.shifts().add(model.draft.line("Early", "06:00", "14:00"));
        model.draft.shifts().add(model.draft.line("Late", "soon", "22:00"));
        model.draft.codes(CodeKind.WORK_ORDER_TYPE).add(model.draft.line("corrective"));
        model.draft.numbering(NumberKind.PART).cell(1).set("many");
        model.form().save();
        var invalid = model.form().invalidProperty().get();
        assertThat(model.problems(invalid, "shifts")).startsWith("Line 2: ").contains("06:00");
        assertThat(model.problems(invalid, "codes.work_order_type")).startsWith("Line 3: ");
        assertThat(model.problems(invalid, "numbering.part")).contains("whole number");
        assertThat(model.problems(invalid, "holidays")).isEmpty();
        assertThat(site.services.siteSettings().read().shifts()).isEmpty();
    }

    @Test
    void anotherAdministratorsSaveIsAskedAbout() {
        SiteSettings before = site.services.siteSettings().read();
        model.draft.day(DayOfWeek.SUNDAY).set(true);
        site.services.siteSettings().save(before);
        model.form().save();
        assertThat(model.form().conflict().property().get()).isNotNull();
    }

    @Test
    void numbersAreFilledUpWithZeros() {
        assertThat(new Numbering("P", 3, 12).sample()).isEqualTo("P012");
        assertThat(new Numbering("P", 3, 12345).sample()).isEqualTo("P12345");
    }
}
