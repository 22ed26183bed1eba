package com.prosynchub.data.postgres;

import com.prosynchub.data.SiteSettingsRepository;
import com.prosynchub.model.failure.Failure;
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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one row of site settings in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresSiteSettings implements SiteSettingsRepository {
    /** One object, so that the row is read by the same reader as every other document. */
    private static final String READ = """
        select jsonb_build_object('days', to_jsonb(s.working_days), 'shifts', s.shifts, 'holidays', s.holidays,
            'codes', s.codes, 'numbering', s.numbering, 'revision', s.row_version)::text
        from app.site_settings s
        """;

    private static final String SAVE = """
        update app.site_settings set working_days = ?::smallint[], shifts = ?::jsonb, holidays = ?::jsonb,
            codes = ?::jsonb, numbering = ?::jsonb, row_version = ?
        """;

    private final Link link;

    PostgresSiteSettings(Link link) {
        this.link = link;
    }

    @Override
    public SiteSettings read() {
        return link.read(u -> settings(
                Json.object(u.stateless().createNativeQuery(READ, String.class).getSingleResult())));
    }

    @Override
    public SaveResult<SiteSettings> save(SiteSettings mine) {
        try {
            link.write(u -> {
                Writes.execute(
                        u,
                        SAVE,
                        SettingsText.days(mine),
                        SettingsText.shifts(mine),
                        SettingsText.holidays(mine),
                        SettingsText.codes(mine),
                        SettingsText.numbering(mine),
                        mine.revision() + 1);
                return null;
            });
            return new SaveResult.Saved<>(read());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Stale) {
                return new SaveResult.Conflict<>(mine, read());
            }
            throw e;
        }
    }

    private static SiteSettings settings(Map<String, Object> row) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        list(row, "days").forEach(day -> days.add(DayOfWeek.of(((Number) day).intValue())));
        List<Shift> shifts = list(row, "shifts").stream()
                .map(PostgresSiteSettings::object)
                .map(s -> new Shift(text(s, "name"), LocalTime.parse(text(s, "from")), LocalTime.parse(text(s, "to"))))
                .toList();
        List<Holiday> holidays = list(row, "holidays").stream()
                .map(PostgresSiteSettings::object)
                .map(h -> new Holiday(LocalDate.parse(text(h, "day")), text(h, "name")))
                .toList();
        Map<CodeKind, List<String>> codes = new EnumMap<>(CodeKind.class);
        Map<String, Object> words = object(row.get("codes"));
        Arrays.stream(CodeKind.values())
                .forEach(kind -> codes.put(
                        kind,
                        list(words, kind.word()).stream().map(Object::toString).toList()));
        Map<NumberKind, Numbering> numbering = new EnumMap<>(NumberKind.class);
        Map<String, Object> numbers = object(row.get("numbering"));
        for (NumberKind kind : NumberKind.values()) {
            Map<String, Object> number = object(numbers.get(kind.word()));
            numbering.put(
                    kind,
                    number.isEmpty()
                            ? Numbering.STANDARD
                            : new Numbering(
                                    text(number, "prefix"), (int) number(number, "digits"), number(number, "next")));
        }
        return new SiteSettings(days, shifts, holidays, codes, numbering, (int) number(row, "revision"));
    }

    private static List<?> list(Map<String, Object> from, String key) {
        return from.get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked") // the reader makes maps by text only
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static long number(Map<String, Object> from, String key) {
        return from.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static String text(Map<String, Object> from, String key) {
        return String.valueOf(from.get(key));
    }
}
