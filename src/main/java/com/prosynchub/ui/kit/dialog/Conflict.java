package com.prosynchub.ui.kit.dialog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one record, and where they differ.
 *
 * @param mine what was typed
 * @param theirs what somebody else saved meanwhile
 */
public record Conflict<T>(T mine, T theirs, List<Difference> differences) {
    public Conflict {
        differences = List.copyOf(differences);
    }

    /**
     * One field that differs.
     *
     * @param field its name in the record
     * @param mine as shown to the person, empty for none
     * @param theirs as shown to the person, empty for none
     * @param before what both began from, as shown to the person, empty for none; null where nobody knows
     */
    public record Difference(
            String field,
            String mine,
            String theirs,
            @Nullable String before) {
        public Difference(String field, String mine, String theirs) {
            this(field, mine, theirs, null);
        }
    }

    /** The three answers to a conflict. */
    public interface Choice {
        /** Writes what was typed over what somebody else saved. */
        void keepMine();

        /** Gives up what was typed for what somebody else saved. */
        void takeTheirs();

        /** Goes on editing; the question comes again with the next save. */
        void decideLater();
    }
}
