package com.prosynchub.model.site;

/**
 * How records of one kind are numbered.
 *
 * @param digits at least so many, filled up with zeros
 * @param next the number that the next record gets
 */
public record Numbering(String prefix, int digits, long next) {
    /** Where nothing was decided yet. */
    public static final Numbering STANDARD = new Numbering("", 5, 1);

    /** The number of the next record, such as {@code WO-00042}. */
    public String sample() {
        return prefix + "0".repeat(Math.max(0, digits - Long.toString(next).length())) + next;
    }
}
