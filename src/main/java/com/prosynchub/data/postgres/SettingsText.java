package com.prosynchub.data.postgres;

import com.prosynchub.model.site.SiteSettings;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Site settings as the arrays and JSON that PostgreSQL reads. Stateless. */
final class SettingsText {
    private SettingsText() {}

    static String days(SiteSettings settings) {
        return settings.workingDays().stream()
                .sorted()
                .map(DayOfWeek::getValue)
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String shifts(SiteSettings settings) {
        return array(settings.shifts().stream()
                .map(s -> "{\"name\":%s,\"from\":\"%s\",\"to\":\"%s\"}".formatted(quoted(s.name()), s.from(), s.to()))
                .toList());
    }

    static String holidays(SiteSettings settings) {
        return array(settings.holidays().stream()
                .map(h -> "{\"day\":\"%s\",\"name\":%s}".formatted(h.day(), quoted(h.name())))
                .toList());
    }

    static String codes(SiteSettings settings) {
        return settings.codes().entrySet().stream()
                .map(e -> quoted(e.getKey().word())
                        + ":"
                        + array(e.getValue().stream().map(SettingsText::quoted).toList()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String numbering(SiteSettings settings) {
        return settings.numbering().entrySet().stream()
                .map(Map.Entry::getKey)
                .map(kind -> "%s:{\"prefix\":%s,\"digits\":%d,\"next\":%d}"
                        .formatted(
                                quoted(kind.word()),
                                quoted(settings.numbering(kind).prefix()),
                                settings.numbering(kind).digits(),
                                settings.numbering(kind).next()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
