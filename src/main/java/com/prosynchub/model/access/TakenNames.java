package com.prosynchub.model.access;

import java.util.Set;

/**
 * Names and addresses that belong to accounts already.
 *
 * @param usernames in lower case, since names that differ in capitals only are the same
 */
public record TakenNames(Set<String> usernames, Set<String> emails) {
    public TakenNames {
        usernames = Set.copyOf(usernames);
        emails = Set.copyOf(emails);
    }
}
