package com.prosynchub.model.time;

import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words about time in English, German and Spanish, without accents and in small letters. All three are understood whatever
 * the display language is: a view that one person saved is opened by another. Stateless.
 */
final class TimeVocabulary {
    static final Set<String> LAST = Set.of(
            "last",
            "past",
            "previous",
            "letzte",
            "letzten",
            "letzter",
            "letztes",
            "vorige",
            "voriger",
            "vorigen",
            "vergangene",
            "vergangenen",
            "ultimo",
            "ultima",
            "ultimos",
            "ultimas",
            "pasado",
            "pasada",
            "anterior");
    static final Set<String> THIS = Set.of(
            "this",
            "current",
            "diese",
            "dieser",
            "dieses",
            "aktuelle",
            "aktueller",
            "laufende",
            "este",
            "esta",
            "actual");
    static final Set<String> TODAY = Set.of("today", "todays", "heute", "heutige", "heutiger", "hoy");
    static final Set<String> YESTERDAY = Set.of("yesterday", "yesterdays", "gestern", "gestrige", "gestriger", "ayer");
    static final Set<String> DAY_BEFORE = Set.of("vorgestern", "anteayer");
    static final Set<String> NOW = Set.of("now", "jetzt", "ahora");
    static final Set<String> SINCE = Set.of("since", "seit", "desde");
    static final Set<String> SHIFT = Set.of("shift", "schicht", "turno");
    /** Said, and meaning nothing by themselves. */
    static final Set<String> FILLING = Set.of("the", "of", "der", "die", "das", "de", "del", "la", "el", "los", "las");

    static final String ORDER = "(?:work ?order|wo|order|arbeitsauftrag|auftrag|orden de trabajo|orden|ot)";

    private static final Map<String, ChronoUnit> UNITS = units();

    /** Shifts that sites call alike in their languages. */
    private static final Map<String, String> SHIFTS = Map.ofEntries(
            Map.entry("nacht", "night"),
            Map.entry("noche", "night"),
            Map.entry("fruh", "early"),
            Map.entry("fruhe", "early"),
            Map.entry("morning", "early"),
            Map.entry("manana", "early"),
            Map.entry("morgen", "early"),
            Map.entry("spat", "late"),
            Map.entry("spate", "late"),
            Map.entry("afternoon", "late"),
            Map.entry("tarde", "late"),
            Map.entry("tag", "day"),
            Map.entry("dia", "day"));

    private TimeVocabulary() {}

    /** Small letters without accents, apostrophes or double blanks. */
    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’´`]", "")
                .replaceAll("[«»„“”\"]", " ")
                .strip()
                .replaceAll("\\s+", " ");
    }

    static Optional<ChronoUnit> unit(String word) {
        return Optional.ofNullable(UNITS.get(word));
    }

    /** The name of a shift without the word for shift, and the same in every language. */
    static String shift(String plain) {
        String bare =
                plain.replaceAll("(?:schicht|shift|turno)\\b", " ").strip().replaceAll("\\s+", " ");
        return SHIFTS.getOrDefault(bare, bare);
    }

    private static Map<String, ChronoUnit> units() {
        Map<String, ChronoUnit> units = new HashMap<>();
        put(units, ChronoUnit.SECONDS, "s sec second seconds sekunde sekunden segundo segundos");
        put(units, ChronoUnit.MINUTES, "m min mins minute minutes minuten minuto minutos");
        put(units, ChronoUnit.HOURS, "h hr hrs hour hours std stunde stunden hora horas");
        put(units, ChronoUnit.DAYS, "d day days tag tage tagen dia dias");
        put(units, ChronoUnit.WEEKS, "w wk week weeks woche wochen semana semanas");
        put(units, ChronoUnit.MONTHS, "mo month months monat monate monaten mes meses");
        put(units, ChronoUnit.YEARS, "y year years jahr jahre jahren ano anos");
        return Map.copyOf(units);
    }

    private static void put(Map<String, ChronoUnit> units, ChronoUnit unit, String words) {
        for (String word : words.split(" ")) {
            units.put(word, unit);
        }
    }
}
