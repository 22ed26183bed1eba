package com.prosynchub.data.postgres;

/** Text that a person typed as part of a LIKE pattern. Any thread. */
final class Likeness {
    private Likeness() {}

    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
