package com.prosynchub.model.access;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows.
 *
 * @param search part of name, user name, e-mail or department; blank for all
 * @param active only active ones or only others; null for both
 * @param roleId only holders of this role; null for all
 */
public record AccountFilter(
        String search, @Nullable Boolean active, @Nullable Integer roleId) {
    public static AccountFilter all() {
        return new AccountFilter("", null, null);
    }
}
