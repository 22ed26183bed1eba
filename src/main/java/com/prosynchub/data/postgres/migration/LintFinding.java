package com.prosynchub.data.postgres.migration;

/**
 * A rule of the database that does not hold.
 *
 * @param rule number and name of the rule
 * @param object table, function or role that breaks it
 * @param problem what is wrong, in words
 */
public record LintFinding(String rule, String object, String problem) {
    @Override
    public String toString() {
        return rule + ": " + object + " " + problem;
    }
}
