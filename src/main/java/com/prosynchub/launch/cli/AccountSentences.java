package com.prosynchub.launch.cli;

import com.prosynchub.data.DocumentAccounts.Outcome;

/** Says what became of MongoDB's roles and users. Stateless. */
final class AccountSentences {
    private static final String BY_HAND = "are made by hand; the manual page of the document store's server says how.";

    private AccountSentences() {}

    static String ofRoles(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "MongoDB has the program's roles.";
            case NOT_ALLOWED -> "The user of mongodb.uri may not make roles and users of MongoDB; they " + BY_HAND;
            case NOT_KNOWN, NOT_OURS -> "Roles and users of MongoDB " + BY_HAND;
        };
    }

    /** @param holder whose user it is, such as "site service" */
    static String ofUser(Outcome outcome, String holder) {
        return switch (outcome) {
            case DONE -> "The " + holder + "'s MongoDB user has its password and the roles it needs.";
            case NOT_OURS -> "No MongoDB user was made: the " + holder + "'s address names none of its own.";
            case NOT_ALLOWED, NOT_KNOWN -> ofRoles(outcome);
        };
    }
}
