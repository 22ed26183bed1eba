package com.prosynchub.ui.settings;

import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.site.CodeKind;
import com.prosynchub.model.site.Holiday;
import com.prosynchub.model.site.NumberKind;
import com.prosynchub.model.site.Numbering;
import com.prosynchub.model.site.Shift;
import com.prosynchub.model.site.SiteSettings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The settings while they are typed: lists of lines and switches, and back to a record. FX thread. */
final class SettingsDraft {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private final Runnable typed;
    private final Map<DayOfWeek, BooleanProperty> days = new EnumMap<>(DayOfWeek.class);
    private final ObservableList<Line> shifts = FXCollections.observableArrayList();
    private final ObservableList<Line> holidays = FXCollections.observableArrayList();
    private final Map<CodeKind, ObservableList<Line>> codes = new EnumMap<>(CodeKind.class);
    private final Map<NumberKind, Line> numbering = new EnumMap<>(NumberKind.class);

    /** @param typed told of every change */
    SettingsDraft(Runnable typed) {
        this.typed = typed;
        for (DayOfWeek day : DayOfWeek.values()) {
            BooleanProperty on = new SimpleBooleanProperty();
            on.addListener((o, before, now) -> typed.run());
            days.put(day, on);
        }
        ListChangeListener<Line> listener = change -> typed.run();
        shifts.addListener(listener);
        holidays.addListener(listener);
        for (CodeKind kind : CodeKind.values()) {
            ObservableList<Line> words = FXCollections.observableArrayList();
            words.addListener(listener);
            codes.put(kind, words);
        }
        for (NumberKind kind : NumberKind.values()) {
            numbering.put(kind, new Line(typed, "", "", ""));
        }
    }

    void show(SiteSettings settings) {
        days.forEach((day, on) -> on.set(settings.workingDays().contains(day)));
        shifts.setAll(settings.shifts().stream()
                .map(s -> line(s.name(), s.from().toString(), s.to().toString()))
                .toList());
        holidays.setAll(settings.holidays().stream()
                .map(h -> line(h.day().toString(), h.name()))
                .toList());
        codes.forEach((kind, words) ->
                words.setAll(settings.codes(kind).stream().map(this::line).toList()));
        numbering.forEach((kind, line) -> {
            Numbering now = settings.numbering(kind);
            line.cell(0).set(now.prefix());
            line.cell(1).set(Integer.toString(now.digits()));
            line.cell(2).set(Long.toString(now.next()));
        });
    }

    /** A new line that tells of typing. */
    Line line(String... texts) {
        return new Line(typed, texts);
    }

    /** What is typed; lines without a word in them are left out, what cannot be read is noted in {@code checks}. */
    SiteSettings read(int revision, FieldChecks checks) {
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        days.forEach((day, chosen) -> {
            if (chosen.get()) {
                on.add(day);
            }
        });
        Map<CodeKind, List<String>> words = new EnumMap<>(CodeKind.class);
        codes.forEach((kind, lines) ->
                words.put(kind, filled(lines).stream().map(line -> line.text(0)).toList()));
        Map<NumberKind, Numbering> numbers = new EnumMap<>(NumberKind.class);
        numbering.forEach((kind, line) -> numbers.put(kind, numbering(kind, line, checks)));
        return new SiteSettings(on, shifts(checks), holidays(checks), words, numbers, revision);
    }

    private List<Shift> shifts(FieldChecks checks) {
        List<Shift> read = new ArrayList<>();
        List<Line> lines = filled(shifts);
        for (int i = 0; i < lines.size(); i++) {
            LocalTime from = clock(lines.get(i).text(1));
            LocalTime to = clock(lines.get(i).text(2));
            if (from == null || to == null) {
                checks.broken("shifts." + (i + 1), "time");
            } else {
                read.add(new Shift(lines.get(i).text(0), from, to));
            }
        }
        return read;
    }

    private List<Holiday> holidays(FieldChecks checks) {
        List<Holiday> read = new ArrayList<>();
        List<Line> lines = filled(holidays);
        for (int i = 0; i < lines.size(); i++) {
            try {
                read.add(new Holiday(
                        LocalDate.parse(lines.get(i).text(0)), lines.get(i).text(1)));
            } catch (DateTimeException none) {
                checks.broken("holidays." + (i + 1), "date");
            }
        }
        return read;
    }

    private static Numbering numbering(NumberKind kind, Line line, FieldChecks checks) {
        String field = "numbering." + kind.word();
        return new Numbering(
                line.text(0),
                (int) whole(line.text(1), field + ".digits", checks),
                whole(line.text(2), field + ".next", checks));
    }

    private static long whole(String text, String field, FieldChecks checks) {
        if (!text.matches("\\d{1,10}")) {
            checks.broken(field, "integer");
            return 1;
        }
        return Long.parseLong(text);
    }

    private static @Nullable LocalTime clock(String text) {
        try {
            return LocalTime.parse(text, CLOCK);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static List<Line> filled(List<Line> lines) {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    BooleanProperty day(DayOfWeek day) {
        return Objects.requireNonNull(days.get(day));
    }

    ObservableList<Line> shifts() {
        return shifts;
    }

    ObservableList<Line> holidays() {
        return holidays;
    }

    ObservableList<Line> codes(CodeKind kind) {
        return Objects.requireNonNull(codes.get(kind));
    }

    /** Prefix, digits and next number. */
    Line numbering(NumberKind kind) {
        return Objects.requireNonNull(numbering.get(kind));
    }
}
